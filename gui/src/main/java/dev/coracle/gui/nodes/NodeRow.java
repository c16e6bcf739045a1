package dev.coracle.gui.nodes;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.NodeRole;
import java.time.Instant;
import java.util.Optional;

/**
 * A node as the page shows it.
 *
 * @param name its Kubernetes name
 * @param role what it is for
 * @param condition how it is
 * @param version the version of its kubelet; empty while the API does not tell
 * @param address its address on the cluster's network
 * @param created since when Kubernetes knows it; empty while the API does not tell
 * @param usage what it uses now; empty when it is silent
 */
public record NodeRow(
    String name,
    NodeRole role,
    NodeCondition condition,
    String version,
    String address,
    Optional<Instant> created,
    Optional<Usage> usage) {

  /**
   * What a node uses.
   *
   * @param cores CPU cores
   * @param memory its memory
   */
  public record Usage(double cores, Bytes memory) {}
}
