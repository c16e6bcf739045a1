package dev.coracle.cluster.local.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.Node;
import dev.coracle.cluster.NodeRole;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.kube.Manifests;
import dev.coracle.cluster.kube.ObjectKind;
import dev.coracle.cluster.kube.ObjectRef;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.local.ClusterBench;
import dev.coracle.cluster.local.LocalClusters;
import dev.coracle.cluster.progress.ProgressListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeChangesTest {

  private static final ClusterName DEMO = new ClusterName("demo");
  private static final ObjectKind NODE = ObjectKind.core("Node");
  private static final Duration GRACE = Duration.ofSeconds(10);

  @TempDir Path home;
  private ClusterBench bench;
  private LocalClusters clusters;

  @BeforeEach
  void startOneAndOne() {
    bench = new ClusterBench(home);
    clusters = bench.clusters();
    List<PortMapping> ports = List.of(PortMapping.parse("8080:30080"));
    clusters.start(
        DEMO,
        StartRequest.of(spec -> spec.toBuilder().workers(1).ports(ports).build()),
        ProgressListener.NONE);
  }

  private Cluster add(int count) {
    return clusters.addNodes(DEMO, NodeRole.WORKER, count, ProgressListener.NONE);
  }

  private Cluster remove(String... nodes) {
    return clusters.removeNodes(DEMO, List.of(nodes), false, ProgressListener.NONE);
  }

  private static Problem problem(Runnable change) {
    return catchThrowableOfType(ClusterException.class, change::run).problem();
  }

  private String file(String container, String path) {
    return bench.engine().containers().files(container).get(path).text();
  }

  @Test
  void anAddedWorkerIsANodeLikeTheOthers() {
    Cluster cluster = add(1);

    assertThat(cluster.spec().workers()).isEqualTo(2);
    assertThat(cluster.status().phase()).isEqualTo(Phase.RUNNING);
    assertThat(cluster.status().nodes())
        .extracting(Node::name)
        .containsExactly("control-plane-1", "worker-1", "worker-2");
    assertThat(bench.api().find(NODE.named("worker-2")).orElseThrow().at("/spec/podCIDR").asText())
        .isEqualTo("10.244.3.0/24");
    assertThat(file("demo-worker-2", "/var/lib/coracle/node.env"))
        .contains("POD_CIDR='10.244.3.0/24'", "BOOTSTRAP='worker'");
  }

  @Test
  void theOthersLearnOfItAtOnceAndForTheirNextBoot() {
    add(1);

    assertThat(file("demo-worker-1", "/var/lib/coracle/node.env")).contains("=10.244.3.0/24");
    assertThat(bench.engine().script().calls())
        .anyMatch(call -> call.contains("demo-worker-1") && call.contains("ip -batch"));
    assertThat(file("demo-edge", "/etc/haproxy/haproxy.cfg")).contains("server worker-2");
    assertThat(bench.engine().script().calls())
        .anyMatch(call -> call.contains("add server port-30080/worker-2"));
  }

  @Test
  void namesAndNumbersOfRemovedNodesDoNotComeBack() {
    add(1);
    remove("worker-2");
    bench.register("worker-3");

    Cluster cluster = add(1);

    assertThat(cluster.status().nodes()).extracting(Node::name).contains("worker-3");
    assertThat(cluster.status().nodes()).extracting(Node::number).containsExactly(1, 2, 4);
  }

  @Test
  void aFailedAdditionLeavesTheClusterAsItWas() {
    Problem full = Problem.of(Problem.Code.DISK_FULL, "full", "make room");
    bench.engine().script().failNext("containers.start demo-worker-2", full);

    assertThat(problem(() -> add(1))).isEqualTo(full);

    assertThat(clusters.require(DEMO).spec().workers()).isEqualTo(1);
    assertThat(bench.engine().containers().find("demo-worker-2")).isEmpty();
    assertThat(file("demo-worker-1", "/var/lib/coracle/node.env")).doesNotContain("=10.244.3.0/24");
  }

  @Test
  void aRemovedNodeIsEmptiedFirstAndLeavesNothing() {
    ObjectRef pod = pod("web", "worker-1", "ReplicaSet");
    ObjectRef proxy = pod("proxy", "worker-1", "DaemonSet");
    ObjectRef other = pod("other", "control-plane-1", "ReplicaSet");

    Cluster cluster = remove("worker-1");

    assertThat(bench.api().find(pod)).isEmpty();
    assertThat(bench.api().find(proxy)).isPresent();
    assertThat(bench.api().find(other)).isPresent();
    assertThat(bench.api().find(NODE.named("worker-1"))).isEmpty();
    assertThat(bench.engine().containers().find("demo-worker-1")).isEmpty();
    assertThat(cluster.status().nodes()).hasSize(1);
    assertThat(file("demo-control-plane-1", "/var/lib/coracle/node.env")).contains("PEERS=''");
    assertThat(file("demo-edge", "/etc/haproxy/haproxy.cfg")).doesNotContain("worker-1");
  }

  private ObjectRef pod(String name, String node, String owner) {
    String manifest =
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: %s
          namespace: default
          ownerReferences: [{apiVersion: apps/v1, kind: %s, name: owner, uid: x, controller: true}]
        spec: {nodeName: %s}
        """
            .formatted(name, owner, node);
    return ObjectRef.of(bench.api().apply(Manifests.read(manifest).getFirst()));
  }

  @Test
  void aRemovalThatFailsBeforeTheNodeIsEmptyUncordonsIt() {
    Problem broken = Problem.of(Problem.Code.ENGINE_FAILED, "broken", "mend it");
    bench.engine().script().failNext("containers.copyIn demo-edge", broken);

    assertThat(problem(() -> remove("worker-1"))).isEqualTo(broken);

    assertThat(bench.api().find(NODE.named("worker-1")).orElseThrow().at("/spec/unschedulable"))
        .hasToString("false");
    assertThat(bench.engine().containers().find("demo-worker-1")).isPresent();
  }

  @Test
  void oneNodeStopsAndStartsWhileTheOthersGoOn() {
    Cluster stopped = clusters.stopNode(DEMO, "worker-1", GRACE, ProgressListener.NONE);
    Cluster started = clusters.startNode(DEMO, "worker-1", ProgressListener.NONE);

    assertThat(stopped.status().phase()).isEqualTo(Phase.DEGRADED);
    assertThat(stopped.status().nodes())
        .extracting(Node::state)
        .containsExactly(Node.State.RUNNING, Node.State.STOPPED);
    assertThat(started.status().phase()).isEqualTo(Phase.RUNNING);
  }

  @Test
  void aLostEdgeComesBackAlone() {
    bench.engine().containers().remove("demo-edge");

    Cluster again = clusters.start(DEMO, StartRequest.defaults(), ProgressListener.NONE);

    assertThat(again.status().phase()).isEqualTo(Phase.RUNNING);
  }

  @Test
  void anUnknownNodeIsRefusedWithTheNamesOfTheOthers() {
    Problem unknown = problem(() -> remove("worker-9"));

    assertThat(unknown.code()).isEqualTo(Problem.Code.NODE_NOT_FOUND);
    assertThat(unknown.advice()).contains("control-plane-1, worker-1");
  }

  @Test
  void aStoppedClusterTakesNoNodes() {
    clusters.stop(DEMO, GRACE, ProgressListener.NONE);

    assertThat(problem(() -> add(1)).code()).isEqualTo(Problem.Code.CLUSTER_NOT_RUNNING);
  }

  @Test
  void podSubnetsFollowNumbers() {
    Cluster cluster = add(2);

    assertThat(cluster.status().nodes())
        .allSatisfy(
            node ->
                assertThat(
                        new NodeIdentity(node.name(), node.number(), node.role(), node.address())
                            .podCidr())
                    .isEqualTo(
                        bench
                            .api()
                            .find(NODE.named(node.name()))
                            .orElseThrow()
                            .at("/spec/podCIDR")
                            .asText()));
  }
}
