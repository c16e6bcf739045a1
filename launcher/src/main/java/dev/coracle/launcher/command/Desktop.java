package dev.coracle.launcher.command;

import java.nio.file.Path;

/** The window and the status icon, as one application. */
public interface Desktop {

  /**
   * Runs until the user quits or the thread is interrupted. Where another instance runs, that one
   * is asked to show its window, and this call returns at once.
   *
   * @param folder a private folder of the user, for the single instance
   * @param hidden whether to begin with the icon alone, where the desktop has a place for it
   */
  void run(Path folder, boolean hidden);
}
