package dev.coracle.cluster.bootstrap;

import dev.coracle.cluster.progress.StepInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Steps in an order that respects what must come before what.
 *
 * @param steps every step after all those that it names as its predecessors
 */
public record Plan(List<Step> steps) {

  /**
   * @throws IllegalArgumentException when an id occurs twice, or a step names a predecessor that
   *     does not come before it; a cycle is impossible for the same reason
   */
  public Plan {
    steps = List.copyOf(steps);
    Set<String> before = new HashSet<>();
    for (Step step : steps) {
      if (!before.containsAll(step.after())) {
        throw new IllegalArgumentException(step.id() + " comes before one of " + step.after());
      }
      if (!before.add(step.id())) {
        throw new IllegalArgumentException("two steps are called " + step.id());
      }
    }
  }

  /** The steps as they are announced. */
  public List<StepInfo> infos() {
    return steps.stream().map(Step::info).toList();
  }
}
