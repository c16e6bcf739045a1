package dev.coracle.cluster.local;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.local.member.ControlPlaneRecovery;
import dev.coracle.cluster.local.parts.ClusterLocks;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.local.snapshot.SnapshotRecovery;
import dev.coracle.cluster.local.stop.ScheduledStop;
import dev.coracle.cluster.node.KeptAwake;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The locks of clusters, taken for a change: whatever a killed process left half done is taken back
 * or finished first, a cluster that stopped by itself is stopped, and one that pauses by itself is
 * kept awake.
 */
final class SettledLocks {

  private final Tools tools;

  SettledLocks(Tools tools) {
    this.tools = tools;
  }

  /** For what concerns snapshots only. */
  ClusterLocks.Held ofSnapshots(ClusterName cluster) {
    return take(cluster, lock -> lock);
  }

  /** For a change of a cluster that may go on resting when it rests. */
  ClusterLocks.Held resting(ClusterName cluster) {
    return take(cluster, lock -> settled(cluster, lock, ControlPlaneRecovery::settleIfAwake));
  }

  /** For a change after which the cluster runs. */
  ClusterLocks.Held waking(ClusterName cluster) {
    return take(cluster, lock -> settled(cluster, lock, ControlPlaneRecovery::settle));
  }

  private ClusterLocks.Held take(ClusterName cluster, UnaryOperator<ClusterLocks.Held> settling) {
    ClusterLocks.Held lock = tools.locks().take(cluster);
    try {
      new SnapshotRecovery(tools, cluster).settle();
      return settling.apply(lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private ClusterLocks.Held settled(
      ClusterName cluster, ClusterLocks.Held lock, Consumer<ControlPlaneRecovery> way) {
    KeptAwake awake = KeptAwake.of(tools.engine(), cluster);
    try {
      ScheduledStop.of(tools, cluster).ifPresent(ScheduledStop::finish);
      way.accept(new ControlPlaneRecovery(tools, cluster));
    } catch (RuntimeException e) {
      awake.close();
      throw e;
    }
    return () -> {
      awake.close();
      lock.close();
    };
  }
}
