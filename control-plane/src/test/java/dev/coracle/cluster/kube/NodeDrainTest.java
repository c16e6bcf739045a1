package dev.coracle.cluster.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NodeDrainTest {

  private static final ObjectKind POD = ObjectKind.core("Pod");
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofSeconds(20);

  private static final String CONTROLLED =
      "ownerReferences: [{kind: ReplicaSet, name: web, controller: true}]";

  private final InMemoryKubeApi api = new InMemoryKubeApi();

  @BeforeEach
  void twoNodes() {
    put("{apiVersion: v1, kind: Node, metadata: {name: worker-1}}");
    pod("web-1", "worker-1", CONTROLLED);
    pod("web-2", "worker-2", CONTROLLED);
    pod("proxy", "worker-1", "ownerReferences: [{kind: DaemonSet, name: proxy}]");
    pod("static", "worker-1", "annotations: {kubernetes.io/config.mirror: x}");
  }

  @Test
  void onlyPodsThatCanMoveLeaveTheNode() {
    int moved = new NodeDrain(api, "worker-1", SHORT).drain();

    assertThat(moved).isEqualTo(1);
    assertThat(names()).containsExactly("proxy", "static", "web-2");
  }

  @Test
  void aPodThatNothingMakesAgainIsNotLost() {
    pod("mine", "worker-1", "");

    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(() -> new NodeDrain(api, "worker-1", SHORT).drain())
        .withMessageContaining("mine")
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(Problem.Code.POD_PROTECTED));
    List<String> refused = names();
    new NodeDrain(api, "worker-1", SHORT).drainForAWhile();

    assertThat(refused).containsExactly("mine", "proxy", "static", "web-1", "web-2");
    assertThat(names()).containsExactly("mine", "proxy", "static", "web-2");
  }

  @Test
  void aNodeIsCordonedAndUncordoned() {
    NodeDrain drain = new NodeDrain(api, "worker-1", SHORT);

    drain.setSchedulable(false);

    JsonNode node = api.find(ObjectKind.core("Node").named("worker-1")).orElseThrow();
    assertThat(node.path("spec").path("unschedulable").asBoolean()).isTrue();
  }

  @Test
  void aBudgetThatKeepsAPodIsNamed() {
    api.protect(POD.named("default", "web-1"), "The disruption budget web needs 1 healthy pod.");

    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(() -> new NodeDrain(api, "worker-1", SHORT).drain())
        .withMessageContaining("budget web")
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(Problem.Code.POD_PROTECTED));
    assertThat(names()).contains("web-1");
  }

  @Test
  void aBudgetThatLetsGoLaterOnlyDelays() {
    ObjectRef pod = POD.named("default", "web-1");
    api.protect(pod, "not yet");
    CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS).execute(() -> api.unprotect(pod));

    new NodeDrain(api, "worker-1", LONG).drain();

    assertThat(names()).doesNotContain("web-1");
  }

  private void pod(String name, String node, String metadata) {
    put(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: %s, namespace: default%s}
        spec: {nodeName: %s}
        """
            .formatted(name, metadata.isEmpty() ? "" : ", " + metadata, node));
  }

  private void put(String yaml) {
    api.apply(Manifests.read(yaml).getFirst());
  }

  private List<String> names() {
    return api.list(POD, "").stream()
        .map(pod -> pod.path("metadata").path("name").asText())
        .sorted()
        .toList();
  }
}
