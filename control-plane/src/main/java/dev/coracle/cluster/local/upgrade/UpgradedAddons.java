package dev.coracle.cluster.local.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coracle.cluster.addon.Addons;
import dev.coracle.cluster.kube.KubeApi;
import dev.coracle.cluster.kube.ObjectKind;
import dev.coracle.cluster.kube.ObjectRef;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.local.step.Applying;
import dev.coracle.cluster.node.ClusterPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Brings the add-ons to another version. No image is pulled, and each node holds those of its own
 * node image only; so while nodes differ, kube-proxy's pods are replaced one by one, and cluster
 * DNS stays on a node that has its image.
 */
final class UpgradedAddons {

  private static final ObjectKind POD = ObjectKind.core("Pod");
  private static final String PROXY = "kube-proxy";
  private static final String DNS = "coredns";

  /** What every cluster is made with, and some users replace by their own. */
  private static final Set<String> REPLACEABLE = Set.of(PROXY, DNS);

  /** The name under which Coracle writes; other names are of those who change objects by hand. */
  private static final String OWN_MANAGER = "coracle";

  private final KubeApi api;
  private final Addons addons;
  private final String proxyMode;

  /**
   * The add-ons that are wanted.
   *
   * @param proxyMode {@code nftables} or {@code iptables}, whichever the nodes' kernel has
   */
  UpgradedAddons(KubeApi api, Addons addons, String proxyMode) {
    this.api = api;
    this.addons = addons;
    this.proxyMode = proxyMode;
  }

  /** Applies them when every node has their images. */
  void applyAll() {
    List<JsonNode> objects = new ArrayList<>(addons.early(proxyMode));
    objects.addAll(addons.late());
    apply(objects);
  }

  /** Lets this node have what it cannot serve without, while others are of another version. */
  void bring(NodeIdentity node, ClusterPlan cluster) {
    bringProxy(node);
    if (node.equals(cluster.nodes().getFirst())) {
      bringDns(node, cluster.nodes().size() == 1);
    }
  }

  /**
   * Lets this node's kube-proxy be the one that is wanted. Pods that begin from now on are so; on
   * other nodes those that run stay.
   */
  void bringProxy(NodeIdentity node) {
    List<JsonNode> proxy = addons.proxy(proxyMode);
    if (differs(proxy)) {
      apply(proxy.stream().map(UpgradedAddons::onDelete).toList());
    }
    renewProxy(node, image(proxy));
  }

  /** Lets cluster DNS be the one that is wanted, on this node unless that is the only one. */
  private void bringDns(NodeIdentity node, boolean alone) {
    List<JsonNode> dns =
        addons.early(proxyMode).stream().filter(object -> name(object).equals(DNS)).toList();
    if (differs(dns)) {
      apply(alone ? dns : dns.stream().map(object -> pinned(object, node)).toList());
    }
  }

  /** Whether the program among these objects is of another image than is wanted. */
  private boolean differs(List<JsonNode> objects) {
    return objects.stream()
        .filter(object -> !image(object).isEmpty())
        .anyMatch(
            object -> present(object).filter(it -> !image(it).equals(image(object))).isPresent());
  }

  private static String image(JsonNode object) {
    return object.at("/spec/template/spec/containers/0/image").asText();
  }

  private void renewProxy(NodeIdentity node, String wanted) {
    for (JsonNode pod : api.list(POD, "kube-system")) {
      if (isProxy(pod)
          && pod.at("/spec/nodeName").asText().equals(node.name())
          && !pod.at("/spec/containers/0/image").asText().equals(wanted)) {
        api.delete(ObjectRef.of(pod));
      }
    }
  }

  private static boolean isProxy(JsonNode pod) {
    return pod.at("/metadata/labels/k8s-app").asText().equals(PROXY);
  }

  private static String image(List<JsonNode> objects) {
    return objects.stream()
        .map(UpgradedAddons::image)
        .filter(image -> !image.isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode onDelete(JsonNode object) {
    ObjectNode copy = object.deepCopy();
    if (copy.path("kind").asText().equals("DaemonSet")) {
      copy.withObjectProperty("spec").putObject("updateStrategy").put("type", "OnDelete");
    }
    return copy;
  }

  private static JsonNode pinned(JsonNode object, NodeIdentity node) {
    ObjectNode copy = object.deepCopy();
    if (copy.path("kind").asText().equals("Deployment")) {
      copy.withObject("/spec/template/spec/nodeSelector")
          .put("kubernetes.io/hostname", node.name());
    }
    return copy;
  }

  private void apply(List<JsonNode> objects) {
    new Applying(api).apply(objects.stream().flatMap(object -> kept(object).stream()).toList());
  }

  /**
   * The object without what the user has changed: how many replicas, configuration, and programs
   * that were removed because others do their work.
   */
  private Optional<JsonNode> kept(JsonNode object) {
    Optional<JsonNode> kept = Optional.of(object);
    return switch (object.path("kind").asText()) {
      case "ConfigMap" -> kept.filter(it -> !isUsers(it));
      case "Deployment" -> kept.filter(it -> !isRemoved(it)).map(this::scaled);
      case "DaemonSet" -> kept.filter(it -> !isRemoved(it));
      default -> kept;
    };
  }

  private boolean isRemoved(JsonNode object) {
    return REPLACEABLE.contains(name(object)) && present(object).isEmpty();
  }

  private boolean isUsers(JsonNode object) {
    return present(object).filter(UpgradedAddons::hasForeignData).isPresent();
  }

  private static boolean hasForeignData(JsonNode found) {
    for (JsonNode owner : found.at("/metadata/managedFields")) {
      if (owner.path("fieldsV1").has("f:data")
          && !owner.path("manager").asText().equals(OWN_MANAGER)) {
        return true;
      }
    }
    return false;
  }

  private JsonNode scaled(JsonNode object) {
    Optional<JsonNode> replicas =
        present(object).map(found -> found.at("/spec/replicas")).filter(JsonNode::isInt);
    ObjectNode copy = object.deepCopy();
    replicas.ifPresent(count -> copy.withObjectProperty("spec").set("replicas", count));
    return copy;
  }

  private Optional<JsonNode> present(JsonNode object) {
    return api.find(ObjectRef.of(object));
  }

  private static String name(JsonNode object) {
    return object.path("metadata").path("name").asText();
  }
}
