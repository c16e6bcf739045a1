package dev.coracle.cluster.metrics;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Subscription;
import java.util.function.Consumer;

/** Tells what the nodes of a cluster use. */
public interface ResourceMetrics {

  /**
   * Samples every node that runs or is paused about once a second, until closed. Nodes that come
   * later are sampled too; a node that stops is silent.
   *
   * @param listener takes one sample at a time, from threads of its own
   * @throws dev.coracle.cluster.ClusterException when there is no such cluster or no engine
   */
  Subscription sample(ClusterName cluster, Consumer<NodeSample> listener);
}
