package dev.coracle.cluster.local.node;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.NodeOptions;
import dev.coracle.cluster.NodePool;
import dev.coracle.cluster.kube.Condition;
import dev.coracle.cluster.kube.KubeApi;
import dev.coracle.cluster.kube.ObjectKind;
import dev.coracle.cluster.kube.ObjectRef;
import dev.coracle.cluster.kube.PatchType;
import dev.coracle.cluster.layout.NodeIdentity;
import java.time.Duration;

/** Completes the Node object that kubelet made with what kubelet may not say of itself. */
public final class NodeRegistration {

  private static final ObjectKind NODE = new ObjectKind("v1", "Node");
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private NodeRegistration() {}

  /** The name of the Node object. */
  public static ObjectRef ref(NodeIdentity node) {
    return new ObjectRef(NODE, "", node.name());
  }

  /** Waits for the Node, then gives it its role, its pods' subnet, and its pool's marks. */
  public static void complete(KubeApi api, NodeIdentity node, ClusterSpec spec) {
    api.await(ref(node), Condition.exists(), LIMIT);
    api.patch(ref(node), PatchType.MERGE, patch(node));
    new NodeMarking(api, node).change(NodeOptions.NONE, spec.optionsOf(node.pool()));
  }

  private static ObjectNode patch(NodeIdentity node) {
    ObjectNode patch = JsonNodeFactory.instance.objectNode();
    // kubeadm labels control planes itself.
    if (!node.isControlPlane()) {
      patch
          .putObject("metadata")
          .putObject("labels")
          .put("node-role.kubernetes.io/worker", "")
          .put(NodePool.LABEL, node.pool());
    }
    ObjectNode spec = patch.putObject("spec").put("podCIDR", node.podCidr());
    spec.putArray("podCIDRs").add(node.podCidr());
    return patch;
  }
}
