package dev.coracle.tray.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Start at login by a file of the freedesktop.org Desktop Application Autostart Specification. */
public final class XdgAutostart implements StartAtLogin {

  private final Path file;

  /** In this folder, usually {@code ~/.config/autostart}. */
  public XdgAutostart(Path folder) {
    file = folder.resolve("coracle.desktop");
  }

  /** The folder for a user with this environment and home. */
  static Path folder(Map<String, String> environment, Path home) {
    String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
    Path base = Path.of(config).isAbsolute() ? Path.of(config) : home.resolve(".config");
    return base.resolve("autostart");
  }

  /** Desktops switch an entry off by {@code Hidden} instead of removing it. */
  @Override
  public boolean enabled() throws IOException {
    return Files.exists(file) && Files.readAllLines(file).stream().noneMatch("Hidden=true"::equals);
  }

  @Override
  public void enable(List<String> command) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        [Desktop Entry]
        Type=Application
        Name=Coracle
        Comment=Kubernetes clusters on this machine
        Exec=%s
        Icon=coracle
        Terminal=false
        X-GNOME-Autostart-enabled=true
        """
            .formatted(
                command.stream().map(XdgAutostart::quoted).collect(Collectors.joining(" "))));
  }

  /**
   * An argument as the Desktop Entry Specification quotes it: reserved characters are escaped for
   * the argument and, since the whole is a string value, backslashes once more; percent signs would
   * be field codes.
   */
  private static String quoted(String argument) {
    String escaped = argument.replaceAll("([\"`$\\\\])", "\\\\$1").replace("\\", "\\\\");
    return "\"" + escaped.replace("%", "%%") + "\"";
  }

  @Override
  public void disable() throws IOException {
    Files.deleteIfExists(file);
  }
}
