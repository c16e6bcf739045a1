package dev.coracle.cluster.resources;

import dev.coracle.cluster.ClusterName;

/** Opens the inside of clusters. */
@FunctionalInterface
public interface ResourceConnections {

  /**
   * The inside of a cluster, as its administrator; must be closed. Blocks.
   *
   * @throws dev.coracle.cluster.ClusterException with {@code CLUSTER_NOT_FOUND} or {@code
   *     CLUSTER_NOT_RUNNING}
   */
  ClusterResources connect(ClusterName cluster);
}
