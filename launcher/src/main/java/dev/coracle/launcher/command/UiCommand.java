package dev.coracle.launcher.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Opens the window, with the status icon beside it. */
@Command(
    name = "ui",
    description = "Open the window and the status icon; a second call shows the window again.")
final class UiCommand implements Runnable {

  private final Session session;

  @Option(
      names = "--hidden",
      description = "Begin with the status icon alone, where the desktop has a place for it.")
  private boolean hidden;

  UiCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    session.services().desktop().run(session.folders().state(), hidden);
  }
}
