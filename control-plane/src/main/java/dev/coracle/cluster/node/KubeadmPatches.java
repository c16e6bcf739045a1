package dev.coracle.cluster.node;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * kubeadm patches of one node: flags that hold on this node alone and must not be uploaded, since
 * they would break nodes that join later. Of a flag given twice the last one counts.
 */
final class KubeadmPatches {

  private KubeadmPatches() {}

  /** Files by name, for kubeadm's patches folder. */
  static Map<String, String> of(ClusterPlan plan) {
    Map<String, String> files = new LinkedHashMap<>();
    List<String> controllerManager = new ArrayList<>();
    // Coracle knows every node's pods' subnet and sets it itself.
    controllerManager.add("--allocate-node-cidrs=false");
    if (plan.singleControlPlane()) {
      // With nobody to compete with, waiting for a lease costs 2 to 15 s at every start.
      controllerManager.add("--leader-elect=false");
      files.put("kube-scheduler0+json.json", append(List.of("--leader-elect=false")));
    }
    files.put("kube-controller-manager0+json.json", append(controllerManager));
    return files;
  }

  private static String append(List<String> flags) {
    ArrayNode patch = JsonNodeFactory.instance.arrayNode();
    for (String flag : flags) {
      patch
          .addObject()
          .put("op", "add")
          .put("path", "/spec/containers/0/command/-")
          .put("value", flag);
    }
    return patch.toString();
  }
}
