package dev.coracle.cluster.bootstrap;

import dev.coracle.cluster.progress.StepInfo;
import java.time.Duration;
import java.util.Set;

/**
 * One step of a {@link Plan}. Actions ensure rather than create, so that a plan can be run again
 * over what an earlier run left.
 *
 * @param id unique in its plan
 * @param title what a person reads while it runs
 * @param after the steps that must be done before
 * @param timeout the longest it may take
 * @param action what it does
 * @param undo takes back what the action did, or half did
 */
public record Step(
    String id, String title, Set<String> after, Duration timeout, Action action, Undo undo) {

  /** Long enough for anything that does not download or compile. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(2);

  /** Keeps an immutable copy. */
  public Step {
    after = Set.copyOf(after);
  }

  /** A step with the default timeout and nothing to undo. */
  public static Step of(String id, String title, Set<String> after, Action action) {
    return new Step(id, title, after, DEFAULT_TIMEOUT, action, () -> {});
  }

  /** The same step with a way back. */
  public Step undoneBy(Undo way) {
    return new Step(id, title, after, timeout, action, way);
  }

  /** The same step with another limit. */
  public Step within(Duration limit) {
    return new Step(id, title, after, limit, action, undo);
  }

  /** The step as it is announced. */
  public StepInfo info() {
    return new StepInfo(id, title, after);
  }

  /** What a step does. */
  @FunctionalInterface
  public interface Action {

    /** Does it; may be interrupted at any time. */
    void run(StepProgress progress) throws InterruptedException;
  }

  /** Takes back what a step did. */
  @FunctionalInterface
  public interface Undo {

    /** Takes it back, however far it came. */
    void run();
  }
}
