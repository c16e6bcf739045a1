package dev.coracle.cluster.node;

import dev.coracle.cluster.PortMapping;

/** The configuration of the edge of a UDP port: its port, and each of its nodes at that port. */
final class UdpConfig {

  private UdpConfig() {}

  static String render(ClusterPlan plan, Forwarding edge) {
    PortMapping port = edge.ports().getFirst();
    StringBuilder text = new StringBuilder("listen %d\n".formatted(port.nodePort()));
    plan.nodesOf(port)
        .forEach(node -> text.append("node %s:%d\n".formatted(node.address(), port.nodePort())));
    AutoPauseFiles.freezing(plan)
        .forEach(it -> text.append("wake %s:%d\n".formatted(it, AutoPauseFiles.PORT)));
    return text.toString();
  }
}
