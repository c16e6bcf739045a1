package dev.coracle.cluster.image;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.progress.ProgressEvent;
import dev.coracle.cluster.progress.ProgressListener;
import dev.coracle.cluster.progress.StepInfo;
import dev.coracle.image.BuildListener;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** An operation of a single step, told as every operation is told. */
final class OneStep implements BuildListener {

  private final String id;
  private final ProgressListener listener;

  private OneStep(String id, ProgressListener listener) {
    this.id = id;
    this.listener = listener;
  }

  /** Runs the work between the events that announce and end it. */
  static <T> T run(String id, String title, ProgressListener listener, Function<OneStep, T> work) {
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

  /** What the user should know although nothing failed. */
  void notice(String message) {
    listener.on(new ProgressEvent.Notice(message));
  }

  @Override
  public void step(int number, int total, String name) {
    listener.on(new ProgressEvent.Advanced(id, number, total, "steps"));
  }

  @Override
  public void output(String line) {
    listener.on(new ProgressEvent.Output(id, line));
  }
}
