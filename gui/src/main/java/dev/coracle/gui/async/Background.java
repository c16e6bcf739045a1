package dev.coracle.gui.async;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs blocking work away from the UI thread and brings back its result or its problem. */
public final class Background {

  private static final Logger LOG = LoggerFactory.getLogger(Background.class);

  private final Executor workers;
  private final UiScheduler ui;

  /** Work by these workers, results by this scheduler. */
  public Background(Executor workers, UiScheduler ui) {
    this.workers = workers;
    this.ui = ui;
  }

  /** Work on a virtual thread per task. */
  public static Background onVirtualThreads(UiScheduler ui) {
    var named = Thread.ofVirtual().name("coracle-window-", 0).factory();
    return new Background(Executors.newThreadPerTaskExecutor(named), ui);
  }

  /** Where results arrive. */
  public UiScheduler ui() {
    return ui;
  }

  /**
   * Runs work that may block.
   *
   * @param onDone takes the result, on the UI thread
   * @param onProblem takes what prevented one, on the UI thread
   */
  public <T> Job run(Callable<T> work, Consumer<T> onDone, Consumer<Problem> onProblem) {
    Job job = new Job();
    workers.execute(() -> job.run(() -> attempt(work, onDone, onProblem)));
    return job;
  }

  /** Runs work later; nothing comes back. */
  public void after(Duration delay, Runnable work) {
    CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, workers)
        .execute(work);
  }

  /** Ends what is open, which may block; nothing comes back. */
  public void close(AutoCloseable open) {
    run(
        () -> {
          open.close();
          return open;
        },
        _ -> {},
        _ -> {});
  }

  private <T> void attempt(Callable<T> work, Consumer<T> onDone, Consumer<Problem> onProblem) {
    try {
      T result = work.call();
      ui.execute(() -> onDone.accept(result));
    } catch (Exception e) {
      Problem problem = problem(e);
      LOG.debug("work failed problem={}", problem.code(), e);
      ui.execute(() -> onProblem.accept(problem));
    }
  }

  private static Problem problem(Exception failure) {
    if (failure instanceof ClusterException known) {
      return known.problem();
    }
    LOG.error("unexpected failure", failure);
    return Problem.of(
            Problem.Code.INTERNAL,
            "Something happened that Coracle did not expect: " + failure.getMessage(),
            "Try again; if it stays, copy the details and report them.")
        .withOutput(failure.toString());
  }
}
