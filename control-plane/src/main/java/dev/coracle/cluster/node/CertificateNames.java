package dev.coracle.cluster.node;

import dev.coracle.cluster.layout.NodeIdentity;
import java.util.ArrayList;
import java.util.List;

/** The names and addresses for which certificates are issued. */
final class CertificateNames {

  private CertificateNames() {}

  /** What the API server answers to, whichever control plane and whichever way. */
  static List<String> ofApiServer(ClusterPlan plan) {
    List<String> names = new ArrayList<>();
    names.add(plan.apiName());
    names.add("localhost");
    names.add("127.0.0.1");
    names.add(plan.subnet().edge());
    for (NodeIdentity node : plan.nodes()) {
      if (node.isControlPlane()) {
        names.add(node.name());
        names.add(node.address());
      }
    }
    return names;
  }
}
