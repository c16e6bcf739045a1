package dev.coracle.cluster.local.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.UpgradeRequest;
import dev.coracle.cluster.kube.Manifests;
import dev.coracle.cluster.kube.ObjectKind;
import dev.coracle.cluster.kube.ObjectRef;
import dev.coracle.cluster.kube.PatchType;
import dev.coracle.cluster.progress.ProgressEvent;
import dev.coracle.cluster.progress.ProgressListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpgradedPodsTest extends UpgradeFixture {

  private static final ObjectKind NODE = ObjectKind.core("Node");

  @Test
  void whereAnotherNodeTakesPodsTheyMoveFirstAndMayComeBack() {
    start(spec -> spec.workers(2));
    ObjectRef pod = pod("web", "worker-1");

    upgrade();

    assertThat(bench.api().find(pod)).isEmpty();
    assertThat(object(NODE.named("worker-1")).at("/spec/unschedulable").asBoolean()).isFalse();
    assertThat(object(NODE.named("worker-1")).at("/metadata/annotations").toString())
        .doesNotContain("cordoned");
  }

  private ObjectRef pod(String name, String node) {
    return pod(name, node, "{kind: ReplicaSet, name: web, controller: true}");
  }

  private ObjectRef pod(String name, String node, String owner) {
    String manifest =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: %s, namespace: default, ownerReferences: [%s]}
        spec: {nodeName: %s}
        """
            .formatted(name, owner, node);
    return ObjectRef.of(bench.api().apply(Manifests.read(manifest).getFirst()));
  }

  @Test
  void theOnlyNodeIsNotDrainedAndItIsSaid() {
    start(spec -> spec);
    for (String other : List.of("control-plane-2", "control-plane-3", "worker-1", "worker-2")) {
      bench.api().delete(NODE.named(other));
    }
    bench.api().delete(NODE.named("worker-3"));
    ObjectRef pod = pod("web", "control-plane-1");
    List<ProgressEvent> events = new ArrayList<>();

    clusters.upgrade(DEMO, UpgradeRequest.defaults(), events::add);

    assertThat(bench.api().find(pod)).isPresent();
    assertThat(events)
        .anyMatch(
            event ->
                event instanceof ProgressEvent.Skipped skipped && skipped.why().contains("pause"));
  }

  @Test
  void aPodThatNothingWouldMakeAgainGoesOnWithItsNode() {
    start(spec -> spec.workers(2));
    ObjectRef mine = pod("mine", "worker-1", "");
    ObjectRef web = pod("web", "worker-1");

    upgrade();

    assertThat(bench.api().find(mine)).isPresent();
    assertThat(bench.api().find(web)).isEmpty();
  }

  @Test
  void aNodeThatItsUserCordonedStaysSo() {
    start(spec -> spec.workers(2));
    var cordon = JsonNodeFactory.instance.objectNode();
    cordon.putObject("spec").put("unschedulable", true);
    bench.api().patch(NODE.named("worker-1"), PatchType.MERGE, cordon);

    upgrade();

    assertThat(object(NODE.named("worker-1")).at("/spec/unschedulable").asBoolean()).isTrue();
  }

  @Test
  void aPodThatMayNotLeaveFailsTheUpgradeWithTheWaysOut() {
    start(spec -> spec.workers(2));
    bench.api().protect(pod("web", "worker-1"), "its budget forbids it");
    UpgradeRequest hasty =
        new UpgradeRequest(
            Optional.empty(),
            Optional.empty(),
            false,
            Duration.ofMillis(10),
            Duration.ofSeconds(1),
            Duration.ofMinutes(1));

    Problem failed = problem(() -> clusters.upgrade(DEMO, hasty, ProgressListener.NONE));

    assertThat(failed.code()).isEqualTo(Problem.Code.POD_PROTECTED);
    assertThat(failed.advice()).contains("--drain-timeout", "--force");
    assertThat(object(NODE.named("worker-1")).at("/spec/unschedulable").asBoolean()).isFalse();
    assertThat(imageOf("demo-worker-1")).isEqualTo(image(OLD));
  }

  @Test
  void whatTheUserChangedOfAddOnsStays() {
    start(spec -> spec);
    ObjectRef config = ObjectKind.core("ConfigMap").named("kube-system", "coredns");
    bench
        .api()
        .apply(
            Manifests.read(
                    """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata:
                      name: coredns
                      namespace: kube-system
                      managedFields:
                      - {manager: kubectl-edit, fieldsV1: {"f:data": {}}}
                    data: {Corefile: mine}
                    """)
                .getFirst());
    var replicas = JsonNodeFactory.instance.objectNode();
    replicas.putObject("spec").put("replicas", 2);
    bench.api().patch(DNS, PatchType.MERGE, replicas);

    upgrade();

    assertThat(object(config).at("/data/Corefile").asText()).isEqualTo("mine");
    assertThat(object(DNS).at("/spec/replicas").asInt()).isEqualTo(2);
  }
}
