package dev.coracle.cluster.local.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.NodeRole;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.PortMapping.Protocol;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.engine.ContainerSpec.PublishedPort;
import dev.coracle.cluster.layout.Labels;
import dev.coracle.cluster.local.ClusterBench;
import dev.coracle.cluster.local.LocalClusters;
import dev.coracle.cluster.progress.ProgressListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortChangesTest {

  private static final ClusterName DEMO = new ClusterName("demo");
  private static final PortMapping FIRST = PortMapping.parse("8080:30080");
  private static final PortMapping LATER = PortMapping.parse("8443:30443");

  @TempDir Path home;
  private ClusterBench bench;
  private LocalClusters clusters;

  @BeforeEach
  void startWithAPort() {
    bench = new ClusterBench(home);
    clusters = bench.clusters();
    clusters.start(
        DEMO,
        StartRequest.of(spec -> spec.toBuilder().ports(List.of(FIRST)).build()),
        ProgressListener.NONE);
  }

  private Cluster add(PortMapping port) {
    return clusters.addPort(DEMO, port, ProgressListener.NONE);
  }

  private Problem problem(Runnable change) {
    return catchThrowableOfType(ClusterException.class, change::run).problem();
  }

  private String config(String container) {
    return bench.engine().containers().files(container).get("/etc/haproxy/haproxy.cfg").text();
  }

  @Test
  void aLaterPortHasAnEdgeOfItsOwnAndNoOtherIsTouched() {
    String first = bench.engine().containers().find("demo-edge").orElseThrow().id();

    Cluster cluster = add(LATER);

    assertThat(cluster.spec().ports()).containsExactly(FIRST, LATER);
    assertThat(bench.engine().containers().spec("demo-port-8443").published())
        .containsExactly(new PublishedPort("127.0.0.1", 8443, 30443, "tcp"));
    assertThat(config("demo-port-8443")).contains("listen port-30443").doesNotContain("30080");
    assertThat(bench.engine().containers().find("demo-edge").orElseThrow().id()).isEqualTo(first);
  }

  @Test
  void aPortOfAPoolLeadsToItsNodesAloneAsTheyComeAndGo() {
    add(LATER.to("worker"));
    String before = config("demo-port-8443");

    clusters.addNodes(DEMO, NodeRole.WORKER, 1, ProgressListener.NONE);

    assertThat(before).contains("listen port-30443").doesNotContain("  server ");
    assertThat(config("demo-port-8443")).contains("server worker-1").doesNotContain("server con");
    assertThat(bench.engine().script().calls())
        .filteredOn(call -> call.contains("demo-port-8443") && call.contains("add server"))
        .singleElement()
        .asString()
        .contains("port-30443/worker-1");
  }

  @Test
  void aPortOfAPoolThatIsNotThereIsRefused() {
    Problem problem = problem(() -> add(LATER.to("gpu")));

    assertThat(problem.code()).isEqualTo(Problem.Code.INVALID_SPEC);
    assertThat(problem.summary()).contains("8443:30443/tcp@gpu");
    assertThat(problem.advice()).contains("control-plane, worker");
    assertThat(bench.engine().containers().find("demo-port-8443")).isEmpty();
  }

  @Test
  void anEdgeListensOnceAtAPortOfTheNodes() {
    PortMapping second = PortMapping.parse("8081:30080@control-plane");
    ClusterName other = new ClusterName("other");

    clusters.start(
        other,
        StartRequest.of(spec -> spec.toBuilder().ports(List.of(FIRST.at(8090), second)).build()),
        ProgressListener.NONE);

    assertThat(config("other-edge")).containsOnlyOnce("listen port-30080");
    assertThat(config("other-port-8081")).containsOnlyOnce("listen port-30080");
  }

  @Test
  void everyEdgeHasAnAddressOfItsOwn() {
    add(LATER);
    add(PortMapping.parse("9000:30900"));

    assertThat(bench.engine().containers().list(Labels.of(DEMO)))
        .extracting(container -> container.address().orElse(""))
        .doesNotHaveDuplicates();
  }

  @Test
  void aLaterPortStopsStartsAndGoesWithItsCluster() {
    add(LATER);

    clusters.stop(DEMO, Duration.ofSeconds(10), ProgressListener.NONE);
    clusters.start(DEMO, StartRequest.defaults(), ProgressListener.NONE);
    var state = bench.engine().containers().find("demo-port-8443").orElseThrow().state();
    clusters.delete(DEMO, ProgressListener.NONE);

    assertThat(state).isEqualTo(ContainerInfo.State.RUNNING);
    assertThat(bench.engine().containers().list(Labels.ANY)).isEmpty();
  }

  @Test
  void anEdgeThatIsMadeAnewLeavesLaterPortsToTheirs() {
    add(LATER);
    bench.engine().containers().remove("demo-edge");

    clusters.start(DEMO, StartRequest.defaults(), ProgressListener.NONE);

    assertThat(bench.engine().containers().spec("demo-edge").published())
        .extracting(PublishedPort::containerPort)
        .containsExactly(6443, 30080);
  }

  /** A kill between the removal of an edge and its return, in an upgrade for instance. */
  @Test
  void aLostEdgeOfAPortIsMadeAgainWhetherTheClusterRunsOrNot() {
    add(LATER);
    bench.engine().containers().remove("demo-port-8443");
    clusters.start(DEMO, StartRequest.defaults(), ProgressListener.NONE);
    assertThat(config("demo-port-8443")).contains("listen port-30443");

    bench.engine().containers().remove("demo-port-8443");
    clusters.stop(DEMO, Duration.ofSeconds(10), ProgressListener.NONE);
    clusters.start(DEMO, StartRequest.defaults(), ProgressListener.NONE);

    assertThat(bench.engine().containers().find("demo-port-8443").orElseThrow().state())
        .isEqualTo(ContainerInfo.State.RUNNING);
    assertThat(bench.engine().containers().spec("demo-edge").published())
        .extracting(PublishedPort::containerPort)
        .containsExactly(6443, 30080);
  }

  @Test
  void aPortWhoseEdgeIsLostCanBeTakenBack() {
    add(LATER);
    bench.engine().containers().remove("demo-port-8443");

    Cluster cluster = clusters.removePort(DEMO, 8443, Protocol.TCP, ProgressListener.NONE);

    assertThat(cluster.spec().ports()).containsExactly(FIRST);
  }

  @Test
  void newNodesServeLaterPortsToo() {
    add(LATER);

    clusters.addNodes(DEMO, NodeRole.WORKER, 1, ProgressListener.NONE);

    assertThat(config("demo-port-8443")).contains("server worker-1");
    assertThat(bench.engine().script().calls())
        .anyMatch(call -> call.contains("demo-port-8443") && call.contains("add server"));
  }

  @Test
  void whileTheClusterRunsOnlyLaterPortsAreTakenBack() {
    add(LATER);

    Cluster cluster = clusters.removePort(DEMO, 8443, Protocol.TCP, ProgressListener.NONE);
    Problem refused =
        problem(() -> clusters.removePort(DEMO, 8080, Protocol.TCP, ProgressListener.NONE));

    assertThat(cluster.spec().ports()).containsExactly(FIRST);
    assertThat(bench.engine().containers().find("demo-port-8443")).isEmpty();
    assertThat(refused.code()).isEqualTo(Problem.Code.CANNOT_CHANGE_LIVE);
  }

  @Test
  void aPortThatTheClusterWasMadeWithIsTakenBackWhileItRests() {
    add(LATER);
    clusters.stop(DEMO, Duration.ofSeconds(10), ProgressListener.NONE);

    Cluster resting = clusters.removePort(DEMO, 8080, Protocol.TCP, ProgressListener.NONE);
    clusters.start(DEMO, StartRequest.defaults(), ProgressListener.NONE);

    assertThat(resting.status().phase()).isEqualTo(Phase.STOPPED);
    assertThat(clusters.require(DEMO).spec().ports()).containsExactly(LATER);
    assertThat(bench.engine().containers().spec("demo-edge").published())
        .extracting(PublishedPort::containerPort)
        .containsExactly(6443);
    assertThat(config("demo-edge")).doesNotContain("30080");
  }

  @Test
  void aBusyPortLeavesNothing() {
    Problem busy = Problem.of(Problem.Code.PORT_BUSY, "busy", "free it");
    bench.engine().script().failNext("containers.start demo-port-8443", busy);

    assertThat(problem(() -> add(LATER))).isEqualTo(busy);

    assertThat(bench.engine().containers().find("demo-port-8443")).isEmpty();
    assertThat(clusters.require(DEMO).spec().ports()).containsExactly(FIRST);
    assertThat(problem(() -> add(FIRST)).code()).isEqualTo(Problem.Code.PORT_BUSY);
  }
}
