package dev.coracle.cluster.node;

import dev.coracle.cluster.PortMapping;
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
}
