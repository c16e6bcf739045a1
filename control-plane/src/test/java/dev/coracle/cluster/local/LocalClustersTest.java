package dev.coracle.cluster.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterStatus;
import dev.coracle.cluster.ClusterStatus.KubeconfigState;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.engine.ContainerSpec;
import dev.coracle.cluster.engine.Resources;
import dev.coracle.cluster.kube.ObjectKind;
import dev.coracle.cluster.layout.Labels;
import dev.coracle.cluster.progress.ProgressListener;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalClustersTest {

  private static final ClusterName DEMO = new ClusterName("demo");
  private static final String NODE = "demo-control-plane-1";
  private static final Duration GRACE = Duration.ofSeconds(10);

  @TempDir Path home;
  private ClusterBench bench;
  private LocalClusters clusters;

  @BeforeEach
  void setUp() {
    bench = new ClusterBench(home);
    clusters = bench.clusters();
  }

  private Cluster start() {
    return clusters.start(DEMO, StartRequest.defaults(), ProgressListener.NONE);
  }

  @Test
  void aStartedClusterRunsAndIsInTheKubeconfig() {
    Cluster cluster = start();

    assertThat(cluster.status().phase()).isEqualTo(Phase.RUNNING);
    assertThat(cluster.status().kubeconfig()).isEqualTo(KubeconfigState.CONFIGURED);
    assertThat(cluster.status().warnings()).isEmpty();
    assertThat(clusters.list()).extracting(Cluster::name).containsExactly(DEMO);
  }

  @Test
  void aStartThatWaitedForEveryNodeAsksNoneAgain() {
    bench.health("{\"kubelet\":false,\"apiServer\":false}");

    assertThat(start().status().phase()).isEqualTo(Phase.RUNNING);
    assertThat(start().status().phase()).isEqualTo(Phase.ERROR);
  }

  @Test
  void theUsersRightsDoNotDependOnPreparedData() {
    start();

    assertThat(
            bench
                .api()
                .list(new ObjectKind("rbac.authorization.k8s.io/v1", "ClusterRoleBinding"), ""))
        .anyMatch(it -> it.at("/metadata/name").asText().equals("kubeadm:cluster-admins"));
  }

  @Test
  void onlyTheEdgePublishesAndOnlyOnTheLoopback() {
    start();

    assertThat(bench.engine().containers().spec(NODE).published()).isEmpty();
    assertThat(bench.engine().containers().spec("demo-edge").published())
        .isNotEmpty()
        .extracting(ContainerSpec.PublishedPort::hostAddress)
        .containsOnly("127.0.0.1");
  }

  @Test
  void stopAndStartKeepTheClusterAndItsPort() {
    Optional<Integer> port = start().status().apiPort();

    clusters.stop(DEMO, GRACE, ProgressListener.NONE);
    Phase stopped = clusters.require(DEMO).status().phase();
    Cluster again = start();

    assertThat(stopped).isEqualTo(Phase.STOPPED);
    assertThat(again.status().phase()).isEqualTo(Phase.RUNNING);
    assertThat(again.status().apiPort()).isEqualTo(port);
  }

  /** It was chosen among thousands, so it is not the same by chance. */
  @Test
  void anEdgeThatIsLostComesBackAtItsPort() {
    Optional<Integer> port = start().status().apiPort();
    clusters.stop(DEMO, GRACE, ProgressListener.NONE);
    bench.engine().containers().remove("demo-edge");

    assertThat(start().status().apiPort()).isEqualTo(port);
  }

  @Test
  void anotherGraceIsToldToNodesOnly() {
    start();

    clusters.stop(DEMO, Duration.ofSeconds(3), ProgressListener.NONE);

    assertThat(clusters.require(DEMO).status().phase()).isEqualTo(Phase.STOPPED);
    assertThat(bench.engine().containers().files("demo-edge"))
        .doesNotContainKey("/var/lib/coracle/grace");
    assertThat(bench.engine().containers().files(NODE)).containsKey("/var/lib/coracle/grace");
  }

  @Test
  void pauseAndResume() {
    start();

    clusters.pause(DEMO, ProgressListener.NONE);
    Phase paused = clusters.require(DEMO).status().phase();
    clusters.resume(DEMO, ProgressListener.NONE);

    assertThat(paused).isEqualTo(Phase.PAUSED);
    assertThat(clusters.require(DEMO).status().phase()).isEqualTo(Phase.RUNNING);
  }

  @Test
  void theEdgeOfSeveralNodesIsPausedWithThem() {
    clusters.start(
        DEMO,
        StartRequest.of(spec -> spec.toBuilder().controlPlanes(3).workers(2).build()),
        ProgressListener.NONE);

    clusters.pause(DEMO, ProgressListener.NONE);
    var paused = bench.engine().containers().list(Labels.of(DEMO));
    clusters.resume(DEMO, ProgressListener.NONE);

    assertThat(paused)
        .hasSize(6)
        .extracting(ContainerInfo::state)
        .containsOnly(ContainerInfo.State.PAUSED);
    assertThat(clusters.require(DEMO).status().phase()).isEqualTo(Phase.RUNNING);
  }

  @Test
  void deleteLeavesNothingAndMayBeRepeated() {
    start();

    boolean first = clusters.delete(DEMO, ProgressListener.NONE);
    boolean second = clusters.delete(DEMO, ProgressListener.NONE);

    assertThat(first).isTrue();
    assertThat(second).isFalse();
    assertThat(bench.engine().containers().list(Labels.ANY)).isEmpty();
    assertThat(bench.engine().volumes().list(Labels.ANY)).isEmpty();
    assertThat(bench.engine().networks().list())
        .noneMatch(n -> n.labels().containsKey(Labels.CLUSTER));
    assertThat(bench.kubeconfig()).doesNotExist();
  }

  @Test
  void aLostContainerIsMadeAgainFromItsVolume() {
    start();
    bench.engine().containers().remove(NODE);
    assertThat(clusters.require(DEMO).status().phase()).isEqualTo(Phase.STOPPED);

    Cluster again = start();

    assertThat(again.status().phase()).isEqualTo(Phase.RUNNING);
    assertThat(bench.engine().containers().spec(NODE).volumes())
        .extracting(ContainerSpec.Mount::source)
        .contains(NODE);
  }

  @Test
  void aRestartMayMakeTheNodesAnewFromAnotherImage() {
    start();
    bench.engine().images().put("mine:1", Map.of("dev.coracle.node.kubernetes", "v1.36.3"));

    Cluster again =
        clusters.restart(
            DEMO, GRACE, StartRequest.from(Optional.of("mine:1")), ProgressListener.NONE);

    assertThat(again.status().phase()).isEqualTo(Phase.RUNNING);
    ContainerSpec node = bench.engine().containers().spec(NODE);
    assertThat(node.image()).isEqualTo("mine:1");
    assertThat(node.volumes()).extracting(ContainerSpec.Mount::source).contains(NODE);
  }

  @Test
  void aClusterWhoseImageWasRemovedStopsAndStarts() {
    start();
    bench.engine().images().remove(bench.engine().containers().spec(NODE).image());

    clusters.stop(DEMO, GRACE, ProgressListener.NONE);

    assertThat(start().status().phase()).isEqualTo(Phase.RUNNING);
  }

  @Test
  void limitsChangeLiveAndAreKept() {
    start();
    StartRequest more = StartRequest.of(spec -> spec.toBuilder().memory(Bytes.parse("2g")).build());

    Cluster cluster = clusters.start(DEMO, more, ProgressListener.NONE);

    assertThat(cluster.spec().memory()).contains(Bytes.parse("2g"));
    assertThat(bench.engine().containers().limits(NODE))
        .isEqualTo(new Resources(Optional.empty(), Optional.of(Bytes.parse("2g"))));
    assertThat(bench.engine().script().calls()).anyMatch(call -> call.contains("apply-limits"));
  }

  @Test
  void anIllComponentMakesTheClusterDegradedOrBroken() {
    start();

    bench.health("{\"kubelet\":false,\"apiServer\":true}");
    Phase withoutKubelet = clusters.require(DEMO).status().phase();
    bench.health("{\"kubelet\":true,\"apiServer\":false}");
    Phase withoutApi = clusters.require(DEMO).status().phase();

    assertThat(withoutKubelet).isEqualTo(Phase.DEGRADED);
    assertThat(withoutApi).isEqualTo(Phase.ERROR);
  }

  @Test
  void certificatesThatEndSoonAreWarnedOf() {
    start();

    bench.health(
        "{\"kubelet\":true,\"apiServer\":true,\"certificatesExpire\":\"2026-01-02T00:00:00Z\"}");

    ClusterStatus status = clusters.require(DEMO).status();
    assertThat(status.certificatesExpire()).contains(Instant.parse("2026-01-02T00:00:00Z"));
    assertThat(status.warnings())
        .singleElement()
        .asString()
        .contains("2026-01-02", "coracle restart demo");
  }

  @Test
  void aClusterRunsSinceItsControlPlaneBooted() {
    start();
    Optional<Instant> untold = clusters.require(DEMO).status().upSince();

    bench.health("{\"kubelet\":true,\"apiServer\":true,\"upSince\":\"2026-01-02T00:00:00Z\"}");
    ClusterStatus running = clusters.require(DEMO).status();
    clusters.stop(DEMO, GRACE, ProgressListener.NONE);

    assertThat(untold).isEmpty();
    assertThat(running.uptime(Instant.parse("2026-01-02T00:01:00Z")))
        .contains(Duration.ofMinutes(1));
    assertThat(clusters.require(DEMO).status().upSince()).isEmpty();
  }
}
