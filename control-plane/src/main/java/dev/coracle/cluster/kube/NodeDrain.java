package dev.coracle.cluster.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.bootstrap.Parallel;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Moves a node's pods elsewhere, as kubectl drain does: by evictions, which budgets may delay. */
public final class NodeDrain {

  /** kubelet's own copies of static pods, which no API call removes. */
  private static final String MIRROR = "kubernetes.io/config.mirror";

  private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

  private static final ObjectKind POD = ObjectKind.core("Pod");

  private final KubeApi api;
  private final ObjectRef node;
  private final Duration limit;

  /**
   * A drain of this node.
   *
   * @param limit how long each pod may take, the delay of its budget included
   */
  public NodeDrain(KubeApi api, String node, Duration limit) {
    this.api = api;
    this.node = ObjectKind.core("Node").named(node);
    this.limit = limit;
  }

  /** Lets the scheduler use the node, or not. */
  public void setSchedulable(boolean schedulable) {
    var patch = JsonNodeFactory.instance.objectNode();
    patch.putObject("spec").put("unschedulable", !schedulable);
    api.patch(node, PatchType.MERGE, patch);
  }

  /**
   * Evicts every pod but those of DaemonSets and the static ones, and waits until they are gone.
   *
   * @return how many pods left
   * @throws ClusterException with {@link Problem.Code#TIMEOUT} when one does not end in time, with
   *     {@link Problem.Code#POD_PROTECTED} when a budget keeps one for as long, or when nothing
   *     would make one again elsewhere; then none has left
   */
  public int drain() {
    List<JsonNode> pods = pods();
    List<String> lost =
        pods.stream()
            .filter(NodeDrain::wouldBeLost)
            .map(it -> ObjectRef.of(it).toString())
            .toList();
    if (!lost.isEmpty()) {
      throw wouldLose(lost);
    }
    return move(pods);
  }

  /**
   * The same for a node that comes back soon: pods that nothing would make again elsewhere stay,
   * and go on with their node.
   *
   * @throws ClusterException as {@link #drain} does, but for those
   */
  public void drainForAWhile() {
    move(pods().stream().filter(pod -> !wouldBeLost(pod)).toList());
  }

  private int move(List<JsonNode> pods) {
    if (!pods.isEmpty()) {
      Parallel.each(pods, this::move);
    }
    return pods.size();
  }

  private List<JsonNode> pods() {
    return api.list(POD, "").stream().filter(this::isToMove).toList();
  }

  private boolean isToMove(JsonNode pod) {
    return pod.path("spec").path("nodeName").asText().equals(node.name())
        && !pod.path("metadata").path("annotations").has(MIRROR)
        && !isOfDaemonSet(pod);
  }

  /** As kubectl drain decides: pods without a controller that have not ended. */
  private static boolean wouldBeLost(JsonNode pod) {
    for (JsonNode owner : pod.path("metadata").path("ownerReferences")) {
      if (owner.path("controller").asBoolean()) {
        return false;
      }
    }
    return !ENDED.contains(pod.path("status").path("phase").asText());
  }

  private ClusterException wouldLose(List<String> pods) {
    return new ClusterException(
        Problem.of(
            Problem.Code.POD_PROTECTED,
            "No controller would make again elsewhere what runs on node %s: %s."
                .formatted(node.name(), String.join(", ", pods)),
            "Delete it first, or remove the node with --force."));
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
    Deadline deadline = Deadline.after(limit);
    evict(ref, deadline);
    // Not a watch for its absence: a StatefulSet's next pod has the same name at once.
    while (isThere(pod, ref)) {
      if (!deadline.pause()) {
        throw stuck(ref);
      }
    }
  }

  /** A budget says no only for now: another pod of the workload may become ready meanwhile. */
  private void evict(ObjectRef pod, Deadline deadline) {
    while (true) {
      try {
        api.evict(pod);
        return;
      } catch (ClusterException e) {
        boolean delayed = e.problem().code() == Problem.Code.POD_PROTECTED;
        if (!delayed || !deadline.pause()) {
          throw e;
        }
      }
    }
  }

  private boolean isThere(JsonNode pod, ObjectRef ref) {
    return api.find(ref).filter(found -> uid(found).equals(uid(pod))).isPresent();
  }

  private static String uid(JsonNode pod) {
    return pod.path("metadata").path("uid").asText();
  }

  private ClusterException stuck(ObjectRef pod) {
    return new ClusterException(
        Problem.of(
            Problem.Code.TIMEOUT,
            "%s did not leave node %s within %d s.".formatted(pod, node.name(), limit.toSeconds()),
            "See why it does not end, or remove the node with --force."));
  }
}
