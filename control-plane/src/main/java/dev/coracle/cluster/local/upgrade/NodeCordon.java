package dev.coracle.cluster.local.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coracle.cluster.kube.KubeApi;
import dev.coracle.cluster.kube.ObjectKind;
import dev.coracle.cluster.kube.PatchType;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.local.node.NodeRegistration;

/**
 * Keeps new pods from a node while it is upgraded. The Node object remembers that it was us, also
 * for a later process: a node that its user cordoned stays so.
 */
final class NodeCordon {

  private static final String MARK = "dev.coracle/cordoned-by-upgrade";

  private final KubeApi api;
  private final NodeIdentity node;

  NodeCordon(KubeApi api, NodeIdentity node) {
    this.api = api;
    this.node = node;
  }

  void set() {
    boolean already =
        api.find(NodeRegistration.ref(node)).filter(NodeCordon::isCordoned).isPresent();
    if (!already) {
      patch(true);
    }
  }

  void lift() {
    if (api.find(NodeRegistration.ref(node)).filter(NodeCordon::isOurs).isPresent()) {
      patch(false);
    }
  }

  private void patch(boolean cordoned) {
    ObjectNode patch = JsonNodeFactory.instance.objectNode();
    ObjectNode annotations = patch.putObject("metadata").putObject("annotations");
    ObjectNode spec = patch.putObject("spec");
    if (cordoned) {
      annotations.put(MARK, "true");
      spec.put("unschedulable", true);
    } else {
      annotations.putNull(MARK);
      spec.putNull("unschedulable");
    }
    api.patch(NodeRegistration.ref(node), PatchType.MERGE, patch);
  }

  private static boolean isCordoned(JsonNode object) {
    return object.path("spec").path("unschedulable").asBoolean();
  }

  private static boolean isOurs(JsonNode object) {
    return object.path("metadata").path("annotations").has(MARK);
  }

  /** Whether some other node takes ordinary pods now. */
  boolean hasRefuge() {
    return api.list(ObjectKind.core("Node"), "").stream()
        .filter(other -> !other.path("metadata").path("name").asText().equals(node.name()))
        .anyMatch(other -> !isCordoned(other) && !repels(other));
  }

  private static boolean repels(JsonNode other) {
    for (JsonNode taint : other.path("spec").path("taints")) {
      if (!taint.path("effect").asText().equals("PreferNoSchedule")) {
        return true;
      }
    }
    return false;
  }
}
