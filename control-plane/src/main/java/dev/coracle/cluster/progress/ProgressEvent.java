package dev.coracle.cluster.progress;

import dev.coracle.cluster.Problem;
import java.time.Duration;
import java.util.List;

/** One thing that happened in a running operation. */
public sealed interface ProgressEvent {

  /** Every step of the operation, before the first begins. */
  record Planned(List<StepInfo> steps) implements ProgressEvent {

    /** Keeps an immutable copy. */
    public Planned {
      steps = List.copyOf(steps);
    }
  }

  /** A step begins. */
  record Started(String step) implements ProgressEvent {}

  /** A step is this far: {@code done} of {@code total} units; total 0 when it is not known. */
  record Advanced(String step, long done, long total, String unit) implements ProgressEvent {}

  /** A line that a step's command printed. */
  record Output(String step, String line) implements ProgressEvent {}

  /** A step is done. */
  record Succeeded(String step, Duration took) implements ProgressEvent {}

  /** A step had nothing to do. */
  record Skipped(String step, String why) implements ProgressEvent {}

  /** A step failed, and with it the operation. */
  record Failed(String step, Problem problem) implements ProgressEvent {}

  /** What the user should know although nothing failed. */
  record Notice(String message) implements ProgressEvent {}
}
