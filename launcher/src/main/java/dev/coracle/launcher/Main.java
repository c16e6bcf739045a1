package dev.coracle.launcher;

import dev.coracle.launcher.command.CommandRun;
import dev.coracle.launcher.command.Session;
import dev.coracle.launcher.host.Folders;
import dev.coracle.launcher.host.Interrupts;
import dev.coracle.launcher.host.LogFile;
import dev.coracle.launcher.output.Console;

/** Where the process begins. */
public final class Main {

  private Main() {}

  /** Runs the command line and ends with its exit code. */
  public static void main(String... arguments) {
    Console console = Console.ofProcess();
    Interrupts.deliverTo(Thread.currentThread(), console.err(), console.terminal());
    Folders folders = Folders.ofUser(console.environment());
    LogFile.in(folders.state());
    int code = new CommandRun(new Session(new Wiring(), console, folders)).run(arguments);
    console.out().flush();
    System.exit(code);
  }
}
