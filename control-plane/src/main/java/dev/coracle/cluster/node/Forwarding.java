package dev.coracle.cluster.node;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.layout.ObjectNames;
import java.util.List;

/**
 * What one edge forwards to nodes.
 *
 * @param container the edge's container
 * @param api whether it publishes the API
 * @param ports the ports that it publishes
 */
public record Forwarding(String container, boolean api, List<PortMapping> ports) {

  /** Keeps an immutable copy. */
  public Forwarding {
    ports = List.copyOf(ports);
  }

  /** What the edge of one port forwards. */
  public static Forwarding ofPort(ClusterName cluster, PortMapping port) {
    return new Forwarding(ObjectNames.port(cluster, port), false, List.of(port));
  }

  /** Whether it forwards datagrams, which is another program's work than that of TCP. */
  public boolean isUdp() {
    return !api && ports.getFirst().isUdp();
  }
}
