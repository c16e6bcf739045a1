package dev.coracle.cluster.local.member;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.bootstrap.Cancelled;
import dev.coracle.cluster.bootstrap.Parallel;
import dev.coracle.cluster.bootstrap.StepRunner;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.kube.KubeApi;
import dev.coracle.cluster.kube.ObjectKind;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.local.parts.Inventory;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.progress.ProgressListener;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Ends a change of control planes that was cut short: an addition is taken back, a removal is
 * finished. Both are the removal of what the cluster does not have. To be called with the cluster's
 * lock held.
 */
public final class ControlPlaneRecovery {

  private static final Duration MAJORITY = Duration.ofMinutes(2);

  private final Tools tools;
  private final ClusterName cluster;
  private final Transition transition;

  /** Of this cluster; nothing is looked at yet. */
  public ControlPlaneRecovery(Tools tools, ClusterName cluster) {
    this.tools = tools;
    this.cluster = cluster;
    this.transition = new Transition(tools.engine().volumes(), cluster);
  }

  /**
   * Leaves the cluster as if every change of its control planes had ended well or never begun; for
   * that it has to run.
   */
  public void settle() {
    settle(parts -> true);
  }

  /**
   * The same for a cluster that may go on resting: one that was stopped stays so, until it is
   * started.
   */
  public void settleIfAwake() {
    settle(parts -> parts.nodes().stream().anyMatch(parts::isAwake));
  }

  private void settle(Predicate<ClusterParts> condition) {
    transition
        .find()
        .ifPresent(
            left ->
                parts()
                    .filter(parts -> parts.kept().isPresent() && !parts.unfinished())
                    .filter(condition)
                    .ifPresent(parts -> settle(left, parts)));
  }

  private Optional<ClusterParts> parts() {
    return new Inventory(tools.engine()).find(cluster);
  }

  private void settle(Transition.Left left, ClusterParts parts) {
    if (!isKept(left, parts)) {
      wake(parts);
      remove(parts().orElseThrow(), left.nodes());
    }
    transition.clear();
  }

  private static boolean isKept(Transition.Left left, ClusterParts parts) {
    List<String> present = parts.controlPlanes().stream().map(NodeIdentity::name).toList();
    return left.joining()
        && present.containsAll(left.nodes())
        && present.size() == parts.spec().controlPlanes();
  }

  /** etcd lets nobody go without a majority, to which those that leave may belong. */
  private void wake(ClusterParts parts) {
    Stream<ContainerInfo> nodes =
        parts.controlPlanes().stream().flatMap(node -> parts.container(node).stream());
    Parallel.each(Stream.concat(nodes, parts.edge().stream()).toList(), this::wake);
  }

  private void wake(ContainerInfo container) {
    Containers containers = tools.engine().containers();
    switch (container.state()) {
      case PAUSED -> containers.unpause(container.name());
      case EXITED, DEAD -> containers.start(container.name());
      // One that never ran is no member.
      case CREATED, RUNNING, RESTARTING -> {}
    }
  }

  private void remove(ClusterParts parts, List<String> names) {
    List<NodeIdentity> nodes =
        parts.nodes().stream().filter(node -> names.contains(node.name())).toList();
    List<NodeIdentity> staying =
        parts.controlPlanes().stream().filter(node -> !nodes.contains(node)).toList();
    awaitMajority(staying.getFirst());
    ClusterSpec wanted = parts.spec().toBuilder().controlPlanes(staying.size()).build();
    List<String> present = nodes.stream().map(NodeIdentity::name).toList();
    forget(names.stream().filter(name -> !present.contains(name)).toList());
    new StepRunner(ProgressListener.NONE)
        .run(new NodeRemoval(tools, parts, nodes, wanted, true).plan());
  }

  /** Nodes of which nothing but the object is left are none of the cluster's parts any more. */
  private void forget(List<String> names) {
    try (KubeApi api = tools.api(cluster)) {
      names.forEach(name -> api.delete(ObjectKind.core("Node").named(name)));
    }
  }

  private void awaitMajority(NodeIdentity at) {
    try {
      new EtcdMembers(tools.engine().containers(), cluster, at).awaitMajority(MAJORITY);
    } catch (InterruptedException e) {
      throw Cancelled.because(e);
    }
  }
}
