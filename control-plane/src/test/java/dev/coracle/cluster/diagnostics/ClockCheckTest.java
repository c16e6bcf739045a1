package dev.coracle.cluster.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.InMemoryClusterService;
import dev.coracle.cluster.InMemoryNodeAccess;
import dev.coracle.cluster.SampleClusters;
import dev.coracle.cluster.engine.ExecResult;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockCheckTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private final InMemoryClusterService clusters = new InMemoryClusterService();
  private final InMemoryNodeAccess nodes = new InMemoryNodeAccess(clusters);
  private final ClockCheck check = new ClockCheck(() -> clusters, () -> nodes, () -> NOW);

  private void nodesSay(Instant time) {
    nodes.answer(_ -> new ExecResult(0, time.getEpochSecond() + "\n", ""));
  }

  @Test
  void aNodeThatIsLateIsAnError() {
    clusters.put("demo", Phase.RUNNING);
    nodesSay(NOW.minusSeconds(4));
    assertThat(check.look().severity()).isEqualTo(Severity.OK);

    nodesSay(NOW.minusSeconds(90));
    assertThat(check.look().severity()).isEqualTo(Severity.ERROR);
    assertThat(check.look().summary()).contains("demo", "90 s");
  }

  /** Nothing may be run in it, and another check tells of it. */
  @Test
  void aClusterWhoseSettingsCannotBeReadIsNotAsked() {
    clusters.put(SampleClusters.unknown("odd", Phase.RUNNING, "Why."));

    assertThat(check.look().severity()).isEqualTo(Severity.SKIPPED);
  }
}
