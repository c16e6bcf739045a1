package dev.coracle.cluster.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterSpecBuilder;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.Node;
import dev.coracle.cluster.NodeOptions;
import dev.coracle.cluster.NodePool;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.Taint;
import dev.coracle.cluster.kube.Manifests;
import dev.coracle.cluster.kube.ObjectKind;
import dev.coracle.cluster.progress.ProgressListener;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A cluster is made to match a spec, whatever that needs. */
class AlignmentTest extends AlignmentCase {

  private static final NodeOptions FRONT =
      NodeOptions.NONE.withLabel("tier", "front").withTaint(Taint.parse("front:NoSchedule"));

  private JsonNode node(String name) {
    return bench.api().find(ObjectKind.core("Node").named(name)).orElseThrow();
  }

  @Test
  void whatIsNotThereIsMadeWithItsPoolsMarks() {
    Cluster made = apply(spec -> spec.workers(1).pool(new NodePool("front", 1, FRONT)));

    assertThat(made.status().nodes())
        .extracting(Node::name)
        .containsExactly("control-plane-1", "worker-1", "worker-2");
    assertThat(node("worker-2").at("/metadata/labels/tier").asText()).isEqualTo("front");
    assertThat(node("worker-2").at("/metadata/labels/coracle.dev~1pool").asText())
        .isEqualTo("front");
    assertThat(node("worker-2").at("/spec/taints/0/key").asText()).isEqualTo("front");
    assertThat(node("worker-1").at("/metadata/labels").has("tier")).isFalse();
    assertThat(file("demo-worker-2", "/var/lib/coracle/kubelet/config.yaml"))
        .contains("registerWithTaints");
  }

  @Test
  void poolsGrowShrinkComeAndGo() {
    apply(spec -> spec.workers(1).pool(new NodePool("front", 1, FRONT)));

    Cluster after =
        apply(spec -> spec.pools(List.of(NodePool.of(0), new NodePool("back", 1, FRONT))));

    assertThat(after.status().nodes())
        .extracting(Node::name)
        .containsExactly("control-plane-1", "worker-3");
    assertThat(after.spec().pools()).containsExactly(new NodePool("back", 1, FRONT));
  }

  @Test
  void marksChangeAndThoseOfOthersStay() {
    apply(spec -> spec.pool(new NodePool("front", 1, FRONT)));
    bench
        .api()
        .apply(
            Manifests.read(
                    """
                    apiVersion: v1
                    kind: Node
                    metadata: {name: worker-1, labels: {mine: kept}}
                    spec: {taints: [{key: front, effect: NoSchedule}, {key: mine, effect: NoExecute}]}
                    """)
                .getFirst());

    NodeOptions back =
        NodeOptions.NONE.withLabel("zone", "b").withTaint(Taint.parse("back=1:NoExecute"));
    apply(spec -> spec.pool(new NodePool("front", 1, back)));

    assertThat(node("worker-1").at("/metadata/labels/mine").asText()).isEqualTo("kept");
    assertThat(node("worker-1").at("/metadata/labels/zone").asText()).isEqualTo("b");
    assertThat(node("worker-1").at("/metadata/labels").has("tier")).isFalse();
    assertThat(node("worker-1").at("/spec/taints").findValuesAsText("key"))
        .containsExactly("mine", "back");
  }

  @Test
  void limitsOfOnePoolChangeItsNodesAlone() {
    apply(spec -> spec.workers(1).pool(new NodePool("front", 1, FRONT)));

    apply(spec -> spec.pool(new NodePool("front", 1, FRONT.withMemory(Bytes.parse("3g")))));

    assertThat(bench.engine().containers().limits("demo-worker-2").memory())
        .contains(Bytes.parse("3g"));
    assertThat(bench.engine().containers().limits("demo-worker-1").memory()).isEmpty();
  }

  @Test
  void portsComeAndGoAndAnyPortIsTheOneThatIsThere() {
    apply(spec -> spec);
    Cluster two =
        apply(
            spec ->
                spec.ports(List.of(PortMapping.parse("8080:30080"), PortMapping.parse("0:30081"))));
    int chosen = two.spec().ports().getLast().hostPort();

    Cluster one = apply(spec -> spec.ports(List.of(PortMapping.parse("0:30081"))));

    assertThat(chosen).isPositive();
    assertThat(one.spec().ports()).extracting(PortMapping::hostPort).containsExactly(chosen);
  }

  @Test
  void whatCannotChangeIsRefusedBeforeAnythingIs() {
    apply(spec -> spec);

    Problem refused =
        problem(
            () -> apply(spec -> spec.workers(1).cni(ClusterSpec.Cni.NONE).defaultStorage(false)));

    assertThat(refused.code()).isEqualTo(Problem.Code.CANNOT_CHANGE_LIVE);
    assertThat(refused.summary()).contains("network.cni", "storage.defaultClass");
    assertThat(clusters.require(DEMO).spec().workers()).isZero();
  }

  @Test
  void aPortThatTheClusterWasMadeWithGoesOnlyWhileItRestsAndThatIsSaidFirst() {
    apply(spec -> spec.ports(List.of(PortMapping.parse("8080:30080"))));

    Problem refused = problem(() -> apply(spec -> spec.ports(List.of()).workers(1)));

    assertThat(refused.code()).isEqualTo(Problem.Code.CANNOT_CHANGE_LIVE);
    assertThat(refused.summary()).contains("8080:30080");
    assertThat(refused.advice()).contains("coracle stop demo");
    assertThat(clusters.require(DEMO).spec().workers()).isZero();

    clusters.stop(DEMO, Duration.ofSeconds(1), ProgressListener.NONE);
    Cluster applied = apply(spec -> spec.ports(List.of()).workers(1));

    assertThat(applied.spec().ports()).isEmpty();
    assertThat(applied.status().nodes()).hasSize(2);
  }

  @Test
  void aStoppedClusterIsStartedFirst() {
    apply(spec -> spec);
    clusters.stop(DEMO, Duration.ofSeconds(1), ProgressListener.NONE);

    Cluster applied = apply(spec -> spec.workers(1));

    assertThat(applied.status().phase()).isEqualTo(Phase.RUNNING);
    assertThat(applied.status().nodes()).hasSize(2);
  }

  @Test
  void whatFailedInTheMiddleGoesOnFromThere() {
    apply(spec -> spec);
    Problem full = Problem.of(Problem.Code.DISK_FULL, "full", "make room");
    bench.engine().script().failNext("containers.start demo-worker-1", full);
    UnaryOperator<ClusterSpecBuilder> wanted =
        spec -> spec.pool(new NodePool("front", 1, FRONT)).memory(Bytes.parse("2g"));

    Problem first = problem(() -> apply(wanted));
    Cluster second = apply(wanted);

    assertThat(first).isEqualTo(full);
    assertThat(second.spec().pool("front")).map(NodePool::count).contains(1);
    assertThat(second.spec().memory()).contains(Bytes.parse("2g"));
  }

  @Test
  void workersOfAnExistingPoolAreLikeItsOthers() {
    apply(spec -> spec.pool(new NodePool("front", 1, FRONT)));

    clusters.addWorkers(DEMO, new NodePool("front", 1, FRONT), ProgressListener.NONE);
    Problem other =
        problem(
            () ->
                clusters.addWorkers(
                    DEMO, new NodePool("front", 1, NodeOptions.NONE), ProgressListener.NONE));

    assertThat(clusters.require(DEMO).spec().pool("front")).map(NodePool::count).contains(2);
    assertThat(other.code()).isEqualTo(Problem.Code.CANNOT_CHANGE_LIVE);
  }
}
