package dev.coracle.cluster.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.InMemoryClusterService;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.SampleClusters;
import dev.coracle.cluster.Subscription;
import dev.coracle.cluster.progress.ProgressListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineResourceMetricsTest {

  private static final ClusterName DEMO = new ClusterName("demo");
  private static final String NODE = "demo-control-plane-1";

  private final InMemoryClusterService clusters =
      new InMemoryClusterService().put("demo", Phase.RUNNING);
  private final ScriptedStats stats = new ScriptedStats();
  private final List<NodeSample> seen = new ArrayList<>();
  private final Subscription sampling =
      new EngineResourceMetrics(clusters, stats.containers()).sample(DEMO, seen::add);

  @AfterEach
  void close() {
    sampling.close();
  }

  @Test
  void ratesAreDifferencesOfTwoSamples() {
    stats.send(NODE, 0, 1_000_000_000L, 1_000);
    stats.send(NODE, 2_000, 2_500_000_000L, 3_000);

    assertThat(seen)
        .singleElement()
        .satisfies(
            sample -> {
              assertThat(sample.node()).isEqualTo("control-plane-1");
              assertThat(sample.cpuCores()).isEqualTo(0.75);
              assertThat(sample.memory()).isEqualTo(Bytes.ofMebibytes(512));
              assertThat(sample.received()).isEqualTo(1_000);
              assertThat(sample.sent()).isEqualTo(2_000);
              assertThat(sample.diskRead()).isEqualTo(3_000);
              assertThat(sample.diskWritten()).isEqualTo(4_000);
            });
  }

  @Test
  void countersThatBeginAnewGiveNoRateUntilTheyGrow() {
    stats.send(NODE, 0, 9_000_000_000L, 9_000);
    stats.send(NODE, 1_000, 10_000_000L, 10);
    stats.send(NODE, 2_000, 510_000_000L, 20);

    assertThat(seen).extracting(NodeSample::cpuCores).containsExactly(0.5);
  }

  @Test
  void aSampleThatIsNoLaterGivesNoRate() {
    stats.send(NODE, 0, 1, 1);
    stats.send(NODE, 0, 2, 2);

    assertThat(seen).isEmpty();
  }

  @Test
  void nodesThatComeLaterAreSampledAndStoppedOnesAreNot() {
    ClusterSpec larger = ClusterSpec.builder(SampleClusters.VERSION).workers(1).build();
    clusters.put(SampleClusters.cluster("demo", larger, Phase.RUNNING));
    assertThat(stats.open()).containsExactlyInAnyOrder(NODE, "demo-worker-1");

    clusters.stop(DEMO, Duration.ZERO, ProgressListener.NONE);
    assertThat(stats.open()).isEmpty();
  }

  @Test
  void changesOfOtherClustersMeanNothing() {
    clusters.put("other", Phase.RUNNING);
    assertThat(stats.open()).containsExactly(NODE);
  }

  @Test
  void samplingGoesOnWhenTheEngineIsBack() {
    clusters.loseEngine(Problem.of(Problem.Code.ENGINE_NOT_RUNNING, "No engine.", "Start it."));
    assertThat(stats.open()).isEmpty();

    clusters.restoreEngine();
    assertThat(stats.open()).containsExactly(NODE);
  }

  @Test
  void closingEndsEveryStream() {
    sampling.close();
    assertThat(stats.open()).isEmpty();

    clusters.put("demo", Phase.RUNNING);
    assertThat(stats.open()).isEmpty();
  }

  @Test
  void anUnknownClusterIsAProblem() {
    var metrics = new EngineResourceMetrics(clusters, stats.containers());
    assertThatThrownBy(() -> metrics.sample(new ClusterName("none"), seen::add))
        .isInstanceOfSatisfying(
            ClusterException.class,
            e -> assertThat(e.problem().code()).isEqualTo(Problem.Code.CLUSTER_NOT_FOUND));
  }
}
