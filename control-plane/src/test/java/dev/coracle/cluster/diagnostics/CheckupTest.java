package dev.coracle.cluster.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckupTest {

  private static final Problem SILENT =
      Problem.of(Problem.Code.ENGINE_NOT_RUNNING, "Docker is silent.", "Start it.");

  /** A check that answers as it is told. */
  private record Scripted(String id, boolean needsEngine, Finding look) implements Check {

    @Override
    public String title() {
      return id.toUpperCase(java.util.Locale.ROOT);
    }
  }

  private final Check engine = new Scripted("engine", true, Finding.ok("It answers."));
  private final Check disk = new Scripted("disk", true, Finding.warning("Little.", "Free some."));
  private final Check file = new Scripted("file", false, Finding.ok("Readable."));

  @Test
  void everyDiagnosisIsToldInItsOrder() {
    Check demo = new Scripted("cluster-demo", true, Finding.ok("It serves."));
    List<String> told = new ArrayList<>();

    List<Diagnosis> all =
        new Checkup(engine, List.of(disk, file), () -> List.of(demo)).run(it -> told.add(it.id()));

    assertThat(told).containsExactly("engine", "disk", "file", "cluster-demo");
    assertThat(all).extracting(Diagnosis::id).isEqualTo(told);
    assertThat(all.get(1).title()).isEqualTo("DISK");
    assertThat(all.get(1).finding().severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void withoutAnEngineOnlyTheRestIsLookedAt() {
    Check silent =
        new Check() {
          @Override
          public String id() {
            return "engine";
          }

          @Override
          public String title() {
            return "Docker";
          }

          @Override
          public boolean needsEngine() {
            return true;
          }

          @Override
          public Finding look() {
            throw new ClusterException(SILENT);
          }
        };

    List<Diagnosis> all =
        new Checkup(
                silent,
                List.of(disk, file),
                () -> {
                  throw new AssertionError("nobody asks for clusters");
                })
            .run(_ -> {});

    assertThat(all)
        .extracting(it -> it.finding().severity())
        .containsExactly(Severity.ERROR, Severity.SKIPPED, Severity.OK);
    assertThat(all.getFirst().finding().advice()).isEqualTo("Start it.");
  }

  @Test
  void clustersThatCannotBeListedAreAFinding() {
    List<Diagnosis> all =
        new Checkup(
                engine,
                List.of(),
                () -> {
                  throw new ClusterException(SILENT);
                })
            .run(_ -> {});

    assertThat(all.getLast().finding()).isEqualTo(Finding.error(SILENT));
  }
}
