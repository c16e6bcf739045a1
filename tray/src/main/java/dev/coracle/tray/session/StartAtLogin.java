package dev.coracle.tray.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Whether the application starts when the user logs in: one entry in the place that the operating
 * system has for this, and nothing else.
 */
public sealed interface StartAtLogin permits XdgAutostart, LaunchAgent, RunKey {

  /**
   * Whether it starts at login now.
   *
   * @throws IOException when the system does not tell
   */
  boolean enabled() throws IOException;

  /**
   * Makes it start at login, by exactly this command.
   *
   * @param command the program and its arguments, for instance one that keeps the window hidden
   * @throws IOException when the entry cannot be written
   */
  void enable(List<String> command) throws IOException;

  /**
   * Makes it not start at login; doing so twice is no error.
   *
   * @throws IOException when the entry cannot be removed
   */
  void disable() throws IOException;

  /** The way of this operating system, for this user. */
  static StartAtLogin here() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("windows")) {
      return new RunKey(new SystemCommands());
    }
    Path home = Path.of(System.getProperty("user.home", "."));
    return system.contains("mac")
        ? new LaunchAgent(home.resolve("Library/LaunchAgents"))
        : new XdgAutostart(XdgAutostart.folder(System.getenv(), home));
  }
}
