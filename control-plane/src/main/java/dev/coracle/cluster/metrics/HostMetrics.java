package dev.coracle.cluster.metrics;

import dev.coracle.cluster.Subscription;
import java.util.function.Consumer;

/** Tells how busy this machine is as a whole, whoever keeps it busy. */
public interface HostMetrics {

  /**
   * Samples about once a second, until closed; silent on a machine that does not tell.
   *
   * @param listener takes one sample at a time, from a thread of its own
   * @throws dev.coracle.cluster.ClusterException when no engine says which machine the nodes are on
   */
  Subscription sample(Consumer<HostSample> listener);
}
