package dev.coracle.gui.graphs;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.metrics.HostMetrics;
import dev.coracle.cluster.metrics.ResourceMetrics;
import dev.coracle.gui.async.Background;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** The use of every cluster that was looked at, and of this machine. Used on the UI thread. */
public final class Usages {

  private final ResourceMetrics metrics;
  private final Background background;
  private final InstantSource clock;
  private final HostUsage host;
  private final Map<ClusterName, ClusterUsage> usages = new HashMap<>();

  /** Usages as these metrics tell them. */
  public Usages(
      ResourceMetrics metrics, HostMetrics host, Background background, InstantSource clock) {
    this.metrics = metrics;
    this.background = background;
    this.clock = clock;
    this.host = new HostUsage(host, background, clock);
  }

  /** The use of this cluster. */
  public ClusterUsage of(ClusterName cluster) {
    return usages.computeIfAbsent(
        cluster, name -> new ClusterUsage(name, metrics, background, clock));
  }

  /** The use of this machine. */
  public HostUsage host() {
    return host;
  }

  /** Forgets a cluster that is gone, so that another of its name begins anew. */
  public void forget(ClusterName cluster) {
    usages.remove(cluster);
  }
}
