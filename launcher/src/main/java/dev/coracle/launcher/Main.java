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

  /**
   * Runs the command line and ends with its exit code: by halt, since there is nothing left to shut
   * down and an orderly exit first loads the JVM's logging.
   */
  public static void main(String... arguments) {
    int code = run(arguments);
    Runtime.getRuntime().halt(code);
  }

  /** Runs the command line and gives its exit code. */
  static int run(String... arguments) {
    Console console = Console.ofProcess();
    Folders folders = Folders.ofUser(console.environment());
    LogFile.in(folders.state());
    Thread command = Thread.currentThread();
    Runnable guard = () -> Interrupts.deliverTo(command, console.err(), console.terminal());
    Wiring services = new Wiring(console.environment(), folders);
    int code = new CommandRun(new Session(services, console, folders, guard)).run(arguments);
    console.out().flush();
    console.err().flush();
    return code;
  }
}
