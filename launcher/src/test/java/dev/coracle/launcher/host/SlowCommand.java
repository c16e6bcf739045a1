package dev.coracle.launcher.host;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** A process whose command runs until it is interrupted, and then takes its time to undo. */
public final class SlowCommand {

  private SlowCommand() {}

  /** With "quick" it undoes at once, with "stuck" it never ends by itself. */
  public static void main(String... arguments) throws InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Interrupts.deliverTo(Thread.currentThread(), out, true);
    out.println("running");
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException _) {
      out.println("undoing");
      if (arguments[0].equals("stuck")) {
        new CountDownLatch(1).await();
      }
      out.println("undone");
      System.exit(Interrupts.exitCode());
    }
  }
}
