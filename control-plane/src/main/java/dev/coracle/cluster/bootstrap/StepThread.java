package dev.coracle.cluster.bootstrap;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.progress.ProgressEvent;
import dev.coracle.cluster.progress.ProgressListener;
import dev.coracle.cluster.thread.BlockingThreads;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One step while it runs: a thread, watched by a second one that keeps the time limit. */
final class StepThread {

  private final Step step;
  private final ProgressListener listener;
  private final BlockingQueue<StepThread> ended;
  private volatile @Nullable Thread thread;
  private volatile boolean timedOut;
  private @Nullable ClusterException failure;

  private StepThread(Step step, ProgressListener listener, BlockingQueue<StepThread> ended) {
    this.step = step;
    this.listener = listener;
    this.ended = ended;
  }

  static StepThread begin(Step step, ProgressListener listener, BlockingQueue<StepThread> ended) {
    StepThread running = new StepThread(step, listener, ended);
    running.thread = BlockingThreads.daemon("step-" + step.id()).start(running::run);
    return running;
  }

  Step step() {
    return step;
  }

  /** Why the step failed; to be asked after it ended. */
  Optional<ClusterException> failure() {
    return Optional.ofNullable(failure);
  }

  void interruptAndJoin() {
    Thread running = thread;
    if (running != null) {
      running.interrupt();
      try {
        // A step that ignores the interrupt must not hold up the way back for ever.
        running.join(Duration.ofSeconds(20));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void run() {
    long begin = System.nanoTime();
    listener.on(new ProgressEvent.Started(step.id()));
    CompletableFuture<Void> limit = limit();
    Reporter reporter = new Reporter();
    try {
      step.action().run(reporter);
      report(reporter, Duration.ofNanos(System.nanoTime() - begin));
    } catch (InterruptedException | RuntimeException e) {
      fail(e);
    } finally {
      limit.cancel(false);
      ended.add(this);
    }
  }

  private CompletableFuture<Void> limit() {
    Thread self = Thread.currentThread();
    return CompletableFuture.runAsync(
        () -> {
          timedOut = true;
          self.interrupt();
        },
        CompletableFuture.delayedExecutor(step.timeout().toMillis(), TimeUnit.MILLISECONDS));
  }

  private void report(Reporter reporter, Duration took) {
    String skipped = reporter.skipped;
    listener.on(
        skipped == null
            ? new ProgressEvent.Succeeded(step.id(), took)
            : new ProgressEvent.Skipped(step.id(), skipped));
  }

  private void fail(Exception e) {
    ClusterException why = translate(e);
    failure = why;
    listener.on(new ProgressEvent.Failed(step.id(), why.problem()));
  }

  private ClusterException translate(Exception e) {
    if (timedOut) {
      return new ClusterException(timeout(e), e);
    }
    if (e instanceof ClusterException known) {
      return known;
    }
    if (e instanceof InterruptedException) {
      return Cancelled.because(e);
    }
    String what = "%s failed: %s".formatted(step.title(), e);
    return new ClusterException(
        Problem.of(
            Problem.Code.INTERNAL,
            what,
            "This is a bug in Coracle; please report it with the log."),
        e);
  }

  private Problem timeout(Exception e) {
    String last = e instanceof ClusterException known ? " " + known.problem().summary() : "";
    return Problem.of(
        Problem.Code.TIMEOUT,
        "%s took longer than %d s.%s".formatted(step.title(), step.timeout().toSeconds(), last),
        "Try again with a larger --timeout, or see `coracle logs` for what the node was doing.");
  }

  private final class Reporter implements StepProgress {

    private volatile @Nullable String skipped;

    @Override
    public void advanced(long done, long total, String unit) {
      listener.on(new ProgressEvent.Advanced(step.id(), done, total, unit));
    }

    @Override
    public void output(String line) {
      listener.on(new ProgressEvent.Output(step.id(), line));
    }

    @Override
    public void skipped(String why) {
      skipped = why;
    }
  }
}
