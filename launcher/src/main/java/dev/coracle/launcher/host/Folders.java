package dev.coracle.launcher.host;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where Coracle keeps its few files.
 *
 * @param config the user's choices
 * @param cache what can be made again
 * @param state logs and locks
 */
public record Folders(Path config, Path cache, Path state) {

  /** The folders of this process's user. */
  public static Folders ofUser(Map<String, String> environment) {
    return of(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), environment);
  }

  /**
   * The folders on an operating system: all in CORACLE_HOME when that is set, else where the system
   * wants them.
   */
  static Folders of(String system, Path home, Map<String, String> environment) {
    String own = environment.getOrDefault("CORACLE_HOME", "");
    if (!own.isEmpty()) {
      Path root = Path.of(own);
      return new Folders(root, root.resolve("cache"), root.resolve("state"));
    }
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return mac(home.resolve("Library"));
    }
    return name.startsWith("windows") ? windows(home, environment) : xdg(home, environment);
  }

  private static Folders mac(Path library) {
    return new Folders(
        library.resolve("Application Support/Coracle"),
        library.resolve("Caches/Coracle"),
        library.resolve("Logs/Coracle"));
  }

  private static Folders windows(Path home, Map<String, String> environment) {
    Path roaming = folder(environment, "APPDATA", home.resolve("AppData/Roaming"));
    Path local = folder(environment, "LOCALAPPDATA", home.resolve("AppData/Local"));
    return new Folders(
        roaming.resolve("Coracle"),
        local.resolve("Coracle").resolve("Cache"),
        local.resolve("Coracle").resolve("State"));
  }

  private static Folders xdg(Path home, Map<String, String> environment) {
    return new Folders(
        folder(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve("coracle"),
        folder(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve("coracle"),
        folder(environment, "XDG_STATE_HOME", home.resolve(".local/state")).resolve("coracle"));
  }

  private static Path folder(Map<String, String> environment, String variable, Path usual) {
    String value = environment.getOrDefault(variable, "");
    return value.isEmpty() ? usual : Path.of(value);
  }
}
