package dev.coracle.gui.live;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.resources.ClusterResources;
import dev.coracle.cluster.resources.ResourceConnections;

/**
 * A way into a cluster for what outlives a look at it: a terminal, a forwarded port. Each has a
 * connection of its own.
 *
 * @param cluster the cluster
 * @param connections what leads into clusters
 */
public record ClusterDoor(ClusterName cluster, ResourceConnections connections) {

  /** A new connection, which the caller closes; blocks. */
  public ClusterResources open() {
    return connections.connect(cluster);
  }
}
