package dev.coracle.cluster.node;

import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.layout.NodeIdentity;
import java.util.List;

/** The edge's configuration: the API balanced over control planes, other ports over their nodes. */
final class HaproxyConfig {

  /**
   * A node whose container is gone does not refuse: it says nothing, so half a second decides, and
   * the next try takes another server. Connections that it had are given up by the kernel within
   * three seconds; haproxy's {@code shutdown-sessions} would leave one that is just being made
   * hanging. The socket is how servers are added while the edge serves. The script holds
   * connections while nodes are frozen that nobody used; it does nothing where they do not freeze,
   * and is there nevertheless, since haproxy cannot be given one while it serves.
   */
  private static final String HEAD =
      """
      global
        log stdout format raw local0 notice
        maxconn 4096
        nbthread 1
        hard-stop-after 1s
        stats socket %s mode 666 level admin
        lua-load /etc/%s

      defaults
        mode tcp
        log global
        timeout connect 500ms
        timeout client 24h
        timeout server 24h
        timeout check 2s
        option clitcpka
        option srvtcpka
        srvtcpka-idle 1s
        srvtcpka-intvl 1s
        srvtcpka-cnt 2
        option redispatch 1

      backend users
        stick-table type ip size 1k expire 1d store conn_cur
      """
          .formatted(EdgeServers.SOCKET, AutoPauseFiles.SCRIPT);

  /** Counts connections by who has them, and holds those of users until nodes are awake. */
  private static final String WAKE =
      """
        tcp-request connection track-sc0 src table users
        tcp-request inspect-delay 60s
        tcp-request content lua.wake
      """;

  /**
   * An API server without its etcd accepts connections, and is of no use. One whose hooks still
   * write what every cluster has is: nodes ask the same (docs/node-contract.md, {@code api-ready}),
   * and several that start together take seconds over it.
   */
  private static final String READYZ =
      """
        option httpchk GET /readyz?exclude=poststarthook/rbac/bootstrap-roles&exclude=poststarthook/scheduling/bootstrap-system-priority-classes
        http-check expect status 200,401
      """;

  private HaproxyConfig() {}

  static String render(ClusterPlan plan, Forwarding edge) {
    StringBuilder text = new StringBuilder(HEAD);
    if (edge.api()) {
      text.append(section(EdgeServers.API, EdgeContainer.API_PORT, plan.controlPlanes()));
    }
    for (PortMapping port : edge.ports()) {
      text.append(section(EdgeServers.port(port.nodePort()), port.nodePort(), plan.nodesOf(port)));
    }
    return text.toString();
  }

  private static String section(String name, int port, List<NodeIdentity> nodes) {
    StringBuilder text =
        new StringBuilder("\nlisten %s\n  bind :%d\n  balance leastconn\n".formatted(name, port));
    text.append(WAKE);
    text.append(name.equals(EdgeServers.API) ? READYZ : "");
    // With one server a failed check would only turn a refused connection into another error.
    String check = nodes.size() == 1 ? "" : EdgeServers.checkAndBound(name);
    for (NodeIdentity node : nodes) {
      text.append("  server %s %s:%d%s\n".formatted(node.name(), node.address(), port, check));
    }
    return text.toString();
  }
}
