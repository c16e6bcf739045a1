package dev.coracle.cluster.local;

import dev.coracle.cluster.ClusterName;
import java.util.function.Consumer;

/**
 * The locks of clusters, taken for a change: whatever a killed process left half done is taken back
 * or finished first, and a cluster that stopped by itself is stopped.
 */
final class SettledLocks {

  private final Tools tools;

  SettledLocks(Tools tools) {
    this.tools = tools;
  }

  /** For what concerns snapshots only. */
  ClusterLocks.Held ofSnapshots(ClusterName cluster) {
    return take(cluster, () -> {});
  }

  /** For a change of a cluster that may go on resting when it rests. */
  ClusterLocks.Held resting(ClusterName cluster) {
    return take(cluster, () -> settle(cluster, ControlPlaneRecovery::settleIfAwake));
  }

  /** For a change after which the cluster runs. */
  ClusterLocks.Held waking(ClusterName cluster) {
    return take(cluster, () -> settle(cluster, ControlPlaneRecovery::settle));
  }

  private ClusterLocks.Held take(ClusterName cluster, Runnable settling) {
    ClusterLocks.Held held = tools.locks().take(cluster);
    try {
      new SnapshotRecovery(tools, cluster).settle();
      settling.run();
      return held;
    } catch (RuntimeException e) {
      held.close();
      throw e;
    }
  }

  private void settle(ClusterName cluster, Consumer<ControlPlaneRecovery> way) {
    ScheduledStop.of(tools, cluster).ifPresent(ScheduledStop::finish);
    way.accept(new ControlPlaneRecovery(tools, cluster));
  }
}
