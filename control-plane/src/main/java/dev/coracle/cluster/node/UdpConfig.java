package dev.coracle.cluster.node;

import dev.coracle.cluster.PortMapping;
import java.util.stream.Collectors;

/** The configuration of the edge of a UDP port: its port, and every node at that port. */
final class UdpConfig {

  private UdpConfig() {}

  static String render(ClusterPlan plan, Forwarding edge) {
    PortMapping port = edge.ports().getFirst();
    return plan.nodes().stream()
        .map(node -> "node %s:%d\n".formatted(node.address(), port.nodePort()))
        .collect(Collectors.joining("", "listen %d\n".formatted(port.nodePort()), ""));
  }
}
