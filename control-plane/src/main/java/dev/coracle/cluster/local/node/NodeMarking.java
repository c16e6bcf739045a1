package dev.coracle.cluster.local.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.NodeOptions;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.Taint;
import dev.coracle.cluster.kube.KubeApi;
import dev.coracle.cluster.kube.PatchType;
import dev.coracle.cluster.layout.NodeIdentity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gives a node the labels and taints that are asked of its pool, and takes back those that were
 * asked before. What others put on the node stays.
 */
public final class NodeMarking {

  /** Controllers taint nodes as well, and may do so between our look and our change. */
  private static final int ATTEMPTS = 10;

  private final KubeApi api;
  private final NodeIdentity node;

  /** Marks this node's object through this API. */
  public NodeMarking(KubeApi api, NodeIdentity node) {
    this.api = api;
    this.node = node;
  }

  /** Makes the node, which exists, as asked. */
  public void change(NodeOptions before, NodeOptions after) {
    relabel(before, after);
    for (int attempt = 1; !retaint(before.taints(), after.taints(), attempt); attempt++) {
      // The next look sees what the other one changed.
    }
  }

  private void relabel(NodeOptions before, NodeOptions after) {
    ObjectNode patch = JsonNodeFactory.instance.objectNode();
    ObjectNode labels = patch.putObject("metadata").putObject("labels");
    before.labels().keySet().forEach(labels::putNull);
    after.labels().forEach(labels::put);
    if (!labels.isEmpty()) {
      api.patch(NodeRegistration.ref(node), PatchType.MERGE, patch);
    }
  }

  private boolean retaint(List<Taint> before, List<Taint> after, int attempt) {
    if (before.isEmpty() && after.isEmpty()) {
      return true;
    }
    JsonNode seen = api.find(NodeRegistration.ref(node)).orElseThrow(this::gone);
    ObjectNode patch = JsonNodeFactory.instance.objectNode();
    patch.putObject("metadata").set("resourceVersion", seen.at("/metadata/resourceVersion"));
    patch.putObject("spec").set("taints", taints(seen.at("/spec/taints"), before, after));
    try {
      api.patch(NodeRegistration.ref(node), PatchType.MERGE, patch);
      return true;
    } catch (ClusterException e) {
      if (e.problem().code() != Problem.Code.API_FAILED || attempt == ATTEMPTS) {
        throw e;
      }
      return false;
    }
  }

  private ClusterException gone() {
    return new ClusterException(
        Problem.of(
            Problem.Code.API_FAILED,
            "The cluster has no Node object \"%s\" any more.".formatted(node.name()),
            "Restart the node: `coracle node restart %s`.".formatted(node.name())));
  }

  private static ArrayNode taints(JsonNode present, List<Taint> before, List<Taint> after) {
    Set<String> ours = new HashSet<>();
    before.forEach(taint -> ours.add(identity(taint)));
    after.forEach(taint -> ours.add(identity(taint)));
    ArrayNode taints = JsonNodeFactory.instance.arrayNode();
    for (JsonNode taint : present) {
      if (!ours.contains(taint.path("key").asText() + ":" + taint.path("effect").asText())) {
        taints.add(taint);
      }
    }
    after.forEach(taint -> taints.add(json(taint)));
    return taints;
  }

  /** A node has one taint of a key for each effect. */
  private static String identity(Taint taint) {
    return taint.key() + ":" + taint.effect().word();
  }

  private static ObjectNode json(Taint taint) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("key", taint.key());
    if (!taint.value().isEmpty()) {
      json.put("value", taint.value());
    }
    return json.put("effect", taint.effect().word());
  }
}
