package dev.coracle.tray.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Start at login by a property list of macOS's launchd, which reads it at the next login. */
public final class LaunchAgent implements StartAtLogin {

  private static final String LABEL = "dev.coracle.Coracle";

  private final Path file;

  /** In this folder, usually {@code ~/Library/LaunchAgents}. */
  public LaunchAgent(Path folder) {
    file = folder.resolve(LABEL + ".plist");
  }

  @Override
  public boolean enabled() {
    return Files.exists(file);
  }

  @Override
  public void enable(List<String> command) throws IOException {
    Files.createDirectories(file.getParent());
    String arguments =
        command.stream()
            .map(argument -> "    <string>" + escaped(argument) + "</string>")
            .collect(Collectors.joining("\n"));
    Files.writeString(
        file,
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" \
        "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <plist version="1.0">
        <dict>
          <key>Label</key>
          <string>%s</string>
          <key>ProgramArguments</key>
          <array>
        %s
          </array>
          <key>RunAtLoad</key>
          <true/>
          <key>ProcessType</key>
          <string>Interactive</string>
        </dict>
        </plist>
        """
            .formatted(LABEL, arguments));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  public void disable() throws IOException {
    Files.deleteIfExists(file);
  }
}
