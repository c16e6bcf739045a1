package dev.coracle.cluster.progress;

import dev.coracle.cluster.ClusterException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** An operation of a single step, told as every operation is told. */
public final class OneStep {

  private final String id;
  private final ProgressListener listener;

  private OneStep(String id, ProgressListener listener) {
    this.id = id;
    this.listener = listener;
  }

  /**
   * Runs the work between the events that announce and end it.
   *
   * @param id the step's id, for instance {@code load-images}
   * @param title what a person reads
   * @return what the work returns
   */
  public static <T> T run(
      String id, String title, ProgressListener listener, Function<OneStep, T> work) {
    listener.on(new ProgressEvent.Planned(List.of(new StepInfo(id, title, Set.of()))));
    listener.on(new ProgressEvent.Started(id));
    long start = System.nanoTime();
    try {
      T result = work.apply(new OneStep(id, listener));
      listener.on(new ProgressEvent.Succeeded(id, Duration.ofNanos(System.nanoTime() - start)));
      return result;
    } catch (ClusterException e) {
      listener.on(new ProgressEvent.Failed(id, e.problem()));
      throw e;
    }
  }

  /** This much is done; total 0 when it is not known. */
  public void advanced(long done, long total, String unit) {
    listener.on(new ProgressEvent.Advanced(id, done, total, unit));
  }

  /** A line that a command printed. */
  public void output(String line) {
    listener.on(new ProgressEvent.Output(id, line));
  }

  /** What the user should know although nothing failed. */
  public void notice(String message) {
    listener.on(new ProgressEvent.Notice(message));
  }
}
