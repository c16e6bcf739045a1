package dev.coracle.cluster.local;

import static dev.coracle.cluster.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterStatus;
import dev.coracle.cluster.ClusterStatus.KubeconfigState;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.UpgradeRequest;
import dev.coracle.cluster.layout.Labels;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.progress.ProgressListener;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings of a later Coracle, which this one cannot read. */
class UnreadableSettingsTest {

  private static final ClusterName DEMO = new ClusterName("demo");
  private static final ClusterName STRANGE = new ClusterName("strange");
  private static final Duration GRACE = Duration.ofSeconds(10);

  @TempDir Path home;
  private ClusterBench bench;
  private LocalClusters clusters;

  @BeforeEach
  void makeOneOfTwoUnreadable() {
    bench = new ClusterBench(home);
    clusters = bench.clusters();
    start(DEMO);
    start(STRANGE);
    makeUnreadable();
  }

  private Cluster start(ClusterName cluster) {
    return clusters.start(cluster, StartRequest.defaults(), ProgressListener.NONE);
  }

  /** As a later Coracle might keep it. */
  private void makeUnreadable() {
    Map<String, String> labels = new TreeMap<>(Labels.of(STRANGE, "spec"));
    labels.put(Labels.SPEC, "{\"kubernetesVersion\":\"v1.36.3\",\"cni\":\"TELEPATHY\"}");
    labels.put(Labels.REVISION, "99");
    bench.engine().volumes().create(ObjectNames.spec(STRANGE, 99), labels);
  }

  @Test
  void theyHideNoOtherClusterAndAreTold() {
    assertThat(clusters.list()).extracting(Cluster::name).containsExactly(DEMO, STRANGE);
    ClusterStatus status = clusters.require(STRANGE).status();
    assertThat(status.warnings())
        .singleElement(STRING)
        .contains("there is no pod network TELEPATHY", "coracle delete strange");
    assertThat(status.kubeconfig()).isEqualTo(KubeconfigState.CONFIGURED);
    assertThat(clusters.require(STRANGE).age(Instant.now())).isEmpty();
  }

  @Test
  void whatNeedsThemIsRefused() {
    for (ThrowingCallable asking :
        List.<ThrowingCallable>of(
            () -> clusters.kubeconfig(STRANGE),
            () -> clusters.planUpgrade(STRANGE, UpgradeRequest.defaults()),
            () -> clusters.require(STRANGE).requireSpec(),
            () -> start(STRANGE))) {
      assertThat(problemOf(asking).code()).isEqualTo(Problem.Code.INVALID_SPEC);
    }
  }

  @Test
  void theClusterStopsAndGoes() {
    clusters.stop(STRANGE, GRACE, ProgressListener.NONE);
    assertThat(clusters.require(STRANGE).status().phase()).isEqualTo(Phase.STOPPED);
    assertThat(clusters.delete(STRANGE, ProgressListener.NONE)).isTrue();
    assertThat(clusters.find(STRANGE)).isEmpty();
  }
}
