package dev.coracle.gui.shell;

import dev.coracle.gui.Drawing;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;

/** The JavaFX thread, from a test. */
public final class Fx {

  private Fx() {}

  /** Starts the toolkit, unless it runs. */
  public static void start() throws InterruptedException {
    Drawing.prepare();
    CountDownLatch started = new CountDownLatch(1);
    try {
      Platform.startup(started::countDown);
      started.await();
    } catch (IllegalStateException alreadyRuns) {
      started.countDown();
    }
    Platform.setImplicitExit(false);
  }

  static <T> T call(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    try {
      return task.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  static void run(Runnable work) {
    call(
        () -> {
          work.run();
          return true;
        });
  }

  /** Waits until what was given to the thread before has been done and drawn. */
  static void settle() {
    for (int i = 0; i < 3; i++) {
      run(() -> {});
    }
  }
}
