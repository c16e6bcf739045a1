package dev.coracle.cluster.diagnostics;

import dev.coracle.cluster.ClusterException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs checks in their order. The engine is looked at first; when it does not answer, whatever
 * would ask it is passed over instead of failing once more with the same words.
 */
final class Checkup implements Diagnostics {

  private final Check engine;
  private final List<Check> fixed;
  private final Supplier<List<Check>> perCluster;

  Checkup(Check engine, List<Check> fixed, Supplier<List<Check>> perCluster) {
    this.engine = engine;
    this.fixed = List.copyOf(fixed);
    this.perCluster = perCluster;
  }

  @Override
  public List<Diagnosis> run(Consumer<Diagnosis> listener) {
    List<Diagnosis> made = new ArrayList<>();
    Consumer<Diagnosis> keep =
        diagnosis -> {
          made.add(diagnosis);
          listener.accept(diagnosis);
        };
    Diagnosis first = look(engine);
    keep.accept(first);
    boolean answers = first.finding().severity() != Severity.ERROR;
    for (Check check : fixed) {
      keepOne(check, answers, keep);
    }
    if (answers) {
      clusters().forEach(check -> keepOne(check, true, keep));
    }
    return List.copyOf(made);
  }

  private static void keepOne(Check check, boolean answers, Consumer<Diagnosis> keep) {
    if (!Thread.currentThread().isInterrupted()) {
      keep.accept(
          check.needsEngine() && !answers
              ? new Diagnosis(check.id(), check.title(), Finding.skipped("Docker does not answer."))
              : look(check));
    }
  }

  private List<Check> clusters() {
    try {
      return perCluster.get();
    } catch (ClusterException e) {
      return List.of(new Told("clusters", "Clusters", Finding.error(e.problem())));
    }
  }

  private static Diagnosis look(Check check) {
    try {
      return new Diagnosis(check.id(), check.title(), check.look());
    } catch (ClusterException e) {
      return new Diagnosis(check.id(), check.title(), Finding.error(e.problem()));
    }
  }

  /** What is known without a look. */
  private record Told(String id, String title, Finding look) implements Check {

    @Override
    public boolean needsEngine() {
      return false;
    }
  }
}
