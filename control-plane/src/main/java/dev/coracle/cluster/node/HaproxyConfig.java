package dev.coracle.cluster.node;

import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.layout.NodeIdentity;
import java.util.List;

/** The edge's configuration: the API balanced over control planes, other ports over all nodes. */
final class HaproxyConfig {

  private static final String HEAD =
      """
      global
        log stdout format raw local0 notice
        maxconn 4096
        nbthread 1
        hard-stop-after 1s

      defaults
        mode tcp
        log global
        timeout connect 2s
        timeout client 24h
        timeout server 24h
        timeout check 1s
        option tcpka
      """;

  private HaproxyConfig() {}

  static String render(ClusterPlan plan) {
    StringBuilder text = new StringBuilder(HEAD);
    List<NodeIdentity> apis = plan.nodes().stream().filter(NodeIdentity::isControlPlane).toList();
    text.append(section("api", EdgeContainer.API_PORT, EdgeContainer.API_PORT, apis));
    for (PortMapping port : plan.spec().ports()) {
      String name = "port-" + port.nodePort();
      text.append(section(name, port.nodePort(), port.nodePort(), plan.nodes()));
    }
    return text.toString();
  }

  private static String section(String name, int listen, int target, List<NodeIdentity> nodes) {
    StringBuilder text =
        new StringBuilder("\nlisten %s\n  bind :%d\n  balance leastconn\n".formatted(name, listen));
    // With one server a failed check would only turn a refused connection into another error.
    String check =
        nodes.size() == 1
            ? ""
            : " check inter 500ms fall 2 rise 1 on-marked-down shutdown-sessions";
    for (NodeIdentity node : nodes) {
      text.append("  server %s %s:%d%s\n".formatted(node.name(), node.address(), target, check));
    }
    return text.toString();
  }
}
