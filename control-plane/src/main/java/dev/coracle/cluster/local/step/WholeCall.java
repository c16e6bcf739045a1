package dev.coracle.cluster.local.step;

import dev.coracle.cluster.bootstrap.Cancelled;
import dev.coracle.cluster.thread.BlockingThreads;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Lets a call that makes something run to its end although its thread is interrupted. The engine
 * goes on with a request whose client went away; an undo that begins before it is done would miss
 * what it makes.
 */
public final class WholeCall {

  private WholeCall() {}

  /** Runs it, then throws the cancellation if there was an interrupt meanwhile. */
  public static void run(Runnable call) {
    FutureTask<Void> task = new FutureTask<>(call, null);
    BlockingThreads.daemon("whole-call").start(task);
    InterruptedException interrupted = await(task);
    if (interrupted != null) {
      Thread.currentThread().interrupt();
      throw Cancelled.because(interrupted);
    }
  }

  private static @Nullable InterruptedException await(FutureTask<Void> task) {
    InterruptedException interrupted = null;
    while (true) {
      try {
        task.get();
        // What is done already is given without a look at interrupts.
        return Thread.interrupted() ? new InterruptedException() : interrupted;
      } catch (InterruptedException e) {
        interrupted = e;
      } catch (ExecutionException e) {
        throw cause(e);
      }
    }
  }

  private static RuntimeException cause(ExecutionException e) {
    return e.getCause() instanceof RuntimeException known
        ? known
        : new IllegalStateException(e.getCause());
  }
}
