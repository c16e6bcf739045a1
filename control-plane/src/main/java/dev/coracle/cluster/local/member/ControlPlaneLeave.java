package dev.coracle.cluster.local.member;

import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.kube.KubeApi;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.local.node.NodeCommands;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.node.ClusterPlan;
import dev.coracle.cluster.node.StaticPods;

/** How control planes leave those that stay: first their controllers, then their etcd. */
final class ControlPlaneLeave {

  private final Tools tools;
  private final ClusterParts parts;
  private final ClusterPlan after;
  private final boolean force;

  ControlPlaneLeave(Tools tools, ClusterParts parts, ClusterPlan after, boolean force) {
    this.tools = tools;
    this.parts = parts;
    this.after = after;
    this.force = force;
  }

  /** Takes a control plane out of etcd; what it led is led by another one at once. */
  void leave(NodeIdentity node) {
    EtcdMembers etcd = new EtcdMembers(containers(), parts.name(), staying());
    if (etcd.has(node)) {
      boolean ended = !force && parts.isRunning(node);
      if (ended) {
        NodeCommands.require(
            containers(), ObjectNames.node(parts.name(), node.name()), StaticPods.end());
      }
      etcd.remove(node);
      if (ended) {
        release(node);
      }
    }
  }

  /** Frees what controllers of a node were elected for; none of them may work any more. */
  void release(NodeIdentity node) {
    try (KubeApi api = tools.api(parts.name())) {
      election(api).release(node);
    }
  }

  private NodeIdentity staying() {
    return after.controlPlanes().stream().filter(parts::isRunning).findFirst().orElseThrow();
  }

  /** Where one control plane is left, there is nobody to elect. */
  void endElection() {
    if (after.controlPlanes().size() == 1) {
      try (KubeApi api = tools.api(parts.name())) {
        election(api).end(after.controlPlanes().getFirst(), after);
      }
    }
  }

  private LeaderElection election(KubeApi api) {
    return new LeaderElection(containers(), parts.name(), api);
  }

  private Containers containers() {
    return tools.engine().containers();
  }
}
