package dev.coracle.cluster.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.bootstrap.Parallel;
import dev.coracle.cluster.kube.KubeApi;
import dev.coracle.cluster.kube.ObjectKind;
import dev.coracle.cluster.kube.ObjectRef;
import dev.coracle.cluster.kube.PatchType;
import dev.coracle.cluster.layout.NodeIdentity;
import java.time.Duration;
import java.util.List;

/** Moves a node's pods elsewhere, as kubectl drain does: by evictions, which budgets may delay. */
final class Draining {

  /** kubelet's own copies of static pods, which no API call removes. */
  private static final String MIRROR = "kubernetes.io/config.mirror";

  private static final ObjectKind POD = ObjectKind.core("Pod");
  private static final Duration EVERY = Duration.ofMillis(200);

  private final KubeApi api;
  private final NodeIdentity node;
  private final Duration limit;

  Draining(KubeApi api, NodeIdentity node, Duration limit) {
    this.api = api;
    this.node = node;
    this.limit = limit;
  }

  /** Lets the scheduler use the node, or not. */
  void setSchedulable(boolean schedulable) {
    var patch = JsonNodeFactory.instance.objectNode();
    patch.putObject("spec").put("unschedulable", !schedulable);
    api.patch(NodeRegistration.ref(node), PatchType.MERGE, patch);
  }

  /**
   * Evicts every pod but those of DaemonSets, and waits until they are gone.
   *
   * @throws ClusterException with {@link Problem.Code#TIMEOUT} when one does not end in time
   */
  void drain() {
    List<JsonNode> pods = api.list(POD, "").stream().filter(this::isToMove).toList();
    if (!pods.isEmpty()) {
      Parallel.each(pods, this::move);
    }
  }

  private boolean isToMove(JsonNode pod) {
    return pod.path("spec").path("nodeName").asText().equals(node.name())
        && !pod.path("metadata").path("annotations").has(MIRROR)
        && !isOfDaemonSet(pod);
  }

  private static boolean isOfDaemonSet(JsonNode pod) {
    for (JsonNode owner : pod.path("metadata").path("ownerReferences")) {
      if (owner.path("kind").asText().equals("DaemonSet")) {
        return true;
      }
    }
    return false;
  }

  private void move(JsonNode pod) {
    ObjectRef ref = ObjectRef.of(pod);
    api.evict(ref);
    // Not a watch for its absence: a StatefulSet's next pod has the same name at once.
    for (long left = limit.dividedBy(EVERY); isThere(pod, ref); left--) {
      if (left <= 0) {
        throw stuck(ref);
      }
      pause();
    }
  }

  private boolean isThere(JsonNode pod, ObjectRef ref) {
    return api.find(ref).filter(found -> uid(found).equals(uid(pod))).isPresent();
  }

  private static String uid(JsonNode pod) {
    return pod.path("metadata").path("uid").asText();
  }

  private static void pause() {
    try {
      Waits.pause(EVERY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw dev.coracle.cluster.bootstrap.Cancelled.because(e);
    }
  }

  private ClusterException stuck(ObjectRef pod) {
    return new ClusterException(
        Problem.of(
            Problem.Code.TIMEOUT,
            "%s did not leave node %s within %d s.".formatted(pod, node.name(), limit.toSeconds()),
            "See why it does not end, or remove the node with --force."));
  }
}
