package dev.coracle.tray;

import dev.coracle.cluster.Subscription;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread of the tray: runs tasks in order, now or later, and sleeps in between. */
final class Timer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Timer.class);

  private final ScheduledThreadPoolExecutor executor =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("coracle-tray-loop").factory());

  Timer() {
    executor.setRemoveOnCancelPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Runs the task after those that wait. */
  void run(Runnable task) {
    later(Duration.ZERO, task);
  }

  /** Runs the task after a while, unless the subscription is closed before. */
  Subscription later(Duration delay, Runnable task) {
    try {
      Future<?> waiting =
          executor.schedule(() -> guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
      return () -> waiting.cancel(false);
    } catch (RejectedExecutionException e) {
      LOG.debug("task after the end", e);
      return () -> {};
    }
  }

  /** One task that fails must not end those after it in silence. */
  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("tray task failed", e);
    }
  }

  /** Drops what waits. */
  @Override
  public void close() {
    executor.shutdown();
  }
}
