package dev.coracle.launcher.host;

import dev.coracle.cluster.Problem;
import java.io.PrintStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What Ctrl-C does: the first interrupts the command's thread, which undoes what it began; the
 * second ends the process at once. The JVM's own handler would begin a shutdown in which nothing
 * can be undone.
 */
public final class Interrupts {

  private static final List<String> SIGNALS = List.of("INT", "TERM");
  private static final String SHOW_CURSOR = "\u001b[?25h";

  private final Thread command;
  private final PrintStream err;
  private final boolean terminal;
  private final AtomicInteger seen = new AtomicInteger();

  private Interrupts(Thread command, PrintStream err, boolean terminal) {
    this.command = command;
    this.err = err;
    this.terminal = terminal;
  }

  /** From now on the signals are for this thread's command. */
  public static void deliverTo(Thread command, PrintStream err, boolean terminal) {
    Interrupts interrupts = new Interrupts(command, err, terminal);
    SIGNALS.forEach(signal -> handle(signal, interrupts::arrived));
  }

  /** From now on the signals are for a child process, which has the terminal. */
  public static void leaveToChild() {
    handle("INT", () -> {});
  }

  /** The exit code of a command that was interrupted. */
  public static int exitCode() {
    return Problem.Code.INTERRUPTED.exitCode();
  }

  private void arrived() {
    if (seen.incrementAndGet() == 1) {
      command.interrupt();
      return;
    }
    if (terminal) {
      err.print(SHOW_CURSOR);
      err.flush();
    }
    Runtime.getRuntime().halt(exitCode());
  }

  /**
   * Sets a handler by reflection: the compiler warns of every mention of sun.misc, for which there
   * is no other interface, and offers no way to accept the warning. Without it Ctrl-C ends the
   * process as usual, and the next command cleans up.
   */
  private static void handle(String name, Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      // The JVM calls nothing but handle().
      InvocationHandler invocation =
          (_, _, _) -> {
            action.run();
            return null;
          };
      Object proxy =
          Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, invocation);
      Object value = signal.getConstructor(String.class).newInstance(name);
      signal.getMethod("handle", signal, handler).invoke(null, value, proxy);
    } catch (ReflectiveOperationException | IllegalArgumentException _) {
      // This JVM or system has no such signal.
    }
  }
}
