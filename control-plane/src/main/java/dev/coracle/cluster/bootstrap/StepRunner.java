package dev.coracle.cluster.bootstrap;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.progress.ProgressEvent;
import dev.coracle.cluster.progress.ProgressListener;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a {@link Plan}: every step on a thread of its own, as soon as its predecessors are done. The
 * first failure, or an interrupt of the calling thread, interrupts the others; then what was begun
 * is undone, last first.
 */
public final class StepRunner {

  private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);

  private final ProgressListener listener;
  private final boolean keepOnFailure;
  private final Runnable beforeUndo;

  /**
   * @param listener hears every event, one at a time
   * @param keepOnFailure whether to leave what was begun in place after a failure
   * @param beforeUndo runs after a failure and before anything is undone, to save what tells the
   *     cause
   */
  public StepRunner(ProgressListener listener, boolean keepOnFailure, Runnable beforeUndo) {
    this.listener = serialised(listener);
    this.keepOnFailure = keepOnFailure;
    this.beforeUndo = beforeUndo;
  }

  /** A runner that undoes and saves nothing. */
  public StepRunner(ProgressListener listener) {
    this(listener, false, () -> {});
  }

  private static ProgressListener serialised(ProgressListener listener) {
    Object lock = new Object();
    return event -> {
      synchronized (lock) {
        listener.on(event);
      }
    };
  }

  /**
   * Runs every step.
   *
   * @throws ClusterException with the problem of the first step that failed, or {@link
   *     Problem.Code#INTERRUPTED}
   */
  public void run(Plan plan) {
    listener.on(new ProgressEvent.Planned(plan.infos()));
    Run run = new Run(plan);
    Optional<ClusterException> failure = run.toEnd();
    if (failure.isPresent()) {
      giveUp(run.begun);
      throw failure.get();
    }
  }

  private void giveUp(List<Step> begun) {
    // The interrupt that brought us here must not cut the way back short.
    boolean interrupted = Thread.interrupted();
    beforeUndo.run();
    if (!keepOnFailure) {
      begun.reversed().forEach(StepRunner::undo);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void undo(Step step) {
    try {
      step.undo().run();
    } catch (RuntimeException e) {
      LOG.warn("undo failed step={}", step.id(), e);
    }
  }

  /** One run of one plan; only the thread that calls {@link #toEnd} touches its fields. */
  private final class Run {

    private final List<Step> waiting;
    private final List<Step> begun = new ArrayList<>();
    private final Set<String> done = new HashSet<>();
    private final List<StepThread> running = new ArrayList<>();
    private final BlockingQueue<StepThread> ended = new LinkedBlockingQueue<>();

    Run(Plan plan) {
      waiting = new ArrayList<>(plan.steps());
    }

    Optional<ClusterException> toEnd() {
      beginReady();
      while (!running.isEmpty()) {
        Optional<ClusterException> failure = awaitOne();
        if (failure.isPresent()) {
          interruptAll();
          return failure;
        }
        beginReady();
      }
      return Optional.empty();
    }

    private void beginReady() {
      List<Step> ready = waiting.stream().filter(step -> done.containsAll(step.after())).toList();
      waiting.removeAll(ready);
      for (Step step : ready) {
        begun.add(step);
        running.add(StepThread.begin(step, listener, ended));
      }
    }

    private Optional<ClusterException> awaitOne() {
      try {
        StepThread thread = ended.take();
        running.remove(thread);
        done.add(thread.step().id());
        return thread.failure();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.of(Cancelled.because(e));
      }
    }

    private void interruptAll() {
      boolean interrupted = Thread.interrupted();
      running.forEach(StepThread::interruptAndJoin);
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
