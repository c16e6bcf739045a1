package dev.coracle.cluster.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterStatus.KubeconfigState;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.Node;
import dev.coracle.cluster.Node.Health;
import dev.coracle.cluster.NodeRole;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.UpgradeRequest;
import dev.coracle.cluster.progress.ProgressListener;
import dev.coracle.cluster.progress.StepInfo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clusters of bare nodes, on which no API server of ours ever answers. */
class BareClustersTest {

  private static final ClusterName DEMO = new ClusterName("demo");
  private static final Duration GRACE = Duration.ofSeconds(10);

  @TempDir Path home;
  private ClusterBench bench;
  private LocalClusters clusters;

  @BeforeEach
  void startThreeBareNodes() {
    bench = new ClusterBench(home);
    bench.health("{\"kubelet\":false,\"apiServer\":false,\"blank\":true}");
    clusters = bench.clusters();
    start();
  }

  private Cluster start() {
    return clusters.start(
        DEMO,
        StartRequest.of(spec -> spec.toBuilder().bare(true).workers(2).build()),
        ProgressListener.NONE);
  }

  private static Problem problem(Runnable change) {
    return catchThrowableOfType(ClusterException.class, change::run).problem();
  }

  @Test
  void itsNodesRunAndWaitForKubeadm() {
    Cluster cluster = clusters.require(DEMO);

    assertThat(cluster.status().phase()).isEqualTo(Phase.RUNNING);
    assertThat(cluster.status().warnings()).isEmpty();
    assertThat(cluster.status().kubeconfig()).isEqualTo(KubeconfigState.ABSENT);
    assertThat(cluster.status().apiPort()).isPresent();
    assertThat(cluster.status().nodes())
        .extracting(Node::kubelet)
        .containsExactly(Health.UNCONFIGURED, Health.UNCONFIGURED, Health.UNCONFIGURED);
    assertThat(bench.kubeconfig()).doesNotExist();
  }

  @Test
  void itsNodesHoldTheirSettingsAndNothingOfKubernetes() {
    for (String node : List.of("demo-control-plane-1", "demo-worker-1", "demo-worker-2")) {
      assertThat(bench.engine().containers().files(node).keySet())
          .containsExactlyInAnyOrder("/var/lib/coracle/node.env", "/var/lib/coracle/proxy.env");
    }
  }

  @Test
  void whatKubeadmHasMadeIsObserved() {
    bench.health("{\"kubelet\":true,\"apiServer\":true}");
    Cluster well = clusters.require(DEMO);
    bench.health("{\"kubelet\":false,\"apiServer\":false}");
    Cluster broken = clusters.require(DEMO);

    assertThat(well.status().phase()).isEqualTo(Phase.RUNNING);
    assertThat(well.status().nodes())
        .extracting(Node::apiServer)
        .containsExactly(Health.RUNNING, Health.NOT_APPLICABLE, Health.NOT_APPLICABLE);
    assertThat(broken.status().phase()).isEqualTo(Phase.DEGRADED);
    assertThat(broken.status().warnings()).isNotEmpty();
  }

  @Test
  void certificatesThatEndSoonAreKubeadmsToRenew() {
    bench.health(
        "{\"kubelet\":true,\"apiServer\":true,\"certificatesExpire\":\"2026-01-02T00:00:00Z\"}");

    assertThat(clusters.require(DEMO).status().warnings())
        .anyMatch(text -> text.contains("kubeadm certs renew all"));
  }

  @Test
  void itStopsAndComesBackAsItWas() {
    clusters.stop(DEMO, GRACE, ProgressListener.NONE);
    Phase stopped = clusters.require(DEMO).status().phase();
    Cluster again = clusters.start(DEMO, StartRequest.defaults(), ProgressListener.NONE);

    assertThat(stopped).isEqualTo(Phase.STOPPED);
    assertThat(again.status().phase()).isEqualTo(Phase.RUNNING);
    assertThat(again.spec().bare()).isTrue();
    assertThat(bench.kubeconfig()).doesNotExist();
  }

  @Test
  void aStartOfWhatRunsDoesNothing() {
    assertThat(clusters.plan(DEMO, StartRequest.defaults())).isEmpty();
    assertThat(start().status().phase()).isEqualTo(Phase.RUNNING);
  }

  @Test
  void anAddedNodeIsBareTooAndKnownToTheOthers() {
    Cluster grown = clusters.addNodes(DEMO, NodeRole.WORKER, 1, ProgressListener.NONE);

    assertThat(grown.status().nodes()).hasSize(4);
    assertThat(file("demo-worker-3")).contains("BOOTSTRAP='bare'");
    assertThat(file("demo-control-plane-1")).contains("=worker-3");
    assertThat(bench.engine().containers().files("demo-worker-3").keySet())
        .containsExactlyInAnyOrder("/var/lib/coracle/node.env", "/var/lib/coracle/proxy.env");
  }

  private String file(String container) {
    return bench.engine().containers().files(container).get("/var/lib/coracle/node.env").text();
  }

  @Test
  void aNodeIsRemovedWithoutAskingKubernetes() {
    Cluster shrunk = clusters.removeNodes(DEMO, List.of("worker-1"), false, ProgressListener.NONE);

    assertThat(shrunk.status().nodes())
        .extracting(Node::name)
        .containsExactly("control-plane-1", "worker-2");
    assertThat(shrunk.spec().workers()).isEqualTo(1);
    assertThat(file("demo-worker-2")).doesNotContain("worker-1");
  }

  @Test
  void whatNeedsAKubernetesOfOursIsRefused() {
    UpgradeRequest upgrade = UpgradeRequest.to(Optional.of(KubernetesVersion.parse("v1.36.3")));
    Stream<Runnable> refused =
        Stream.of(
            () -> clusters.upgrade(DEMO, upgrade, ProgressListener.NONE),
            () -> clusters.planUpgrade(DEMO, upgrade),
            () -> clusters.kubeconfig(DEMO),
            () -> clusters.repairKubeconfig(DEMO),
            () -> clusters.addNodes(DEMO, NodeRole.CONTROL_PLANE, 2, ProgressListener.NONE),
            () ->
                bench
                    .snapshots()
                    .copy(DEMO, null, new ClusterName("other"), false, ProgressListener.NONE));

    assertThat(refused).extracting(it -> problem(it).code()).containsOnly(Problem.Code.BARE_NODES);
  }

  @Test
  void bareIsDecidedWhenAClusterIsMade() {
    StartRequest changed = StartRequest.of(spec -> spec.toBuilder().bare(false).build());

    assertThat(problem(() -> clusters.start(DEMO, changed, ProgressListener.NONE)).code())
        .isEqualTo(Problem.Code.CANNOT_CHANGE_LIVE);
  }

  @Test
  void nothingIsIssuedAndNothingInstalled() {
    StartRequest request = StartRequest.of(spec -> spec.toBuilder().bare(true).build());

    assertThat(clusters.plan(new ClusterName("other"), request))
        .extracting(StepInfo::id)
        .containsExactly(
            "check",
            "image",
            "network",
            "spec",
            "create-control-plane-1",
            "start-control-plane-1",
            "edge",
            "ready",
            "finish");
  }
}
