package dev.coracle.launcher;

import dev.coracle.gui.CoracleWindow;
import dev.coracle.launcher.host.Folders;
import java.util.Map;

/** The window over this machine's engine, as {@code coracle ui} opens it. */
public final class RealWindow {

  private RealWindow() {}

  /** The window of the user whose environment this is, not shown yet. */
  public static CoracleWindow of(Map<String, String> environment) {
    Wiring services = new Wiring(environment, Folders.ofUser(environment));
    return new CoracleWindow(services.window(), () -> {});
  }
}
