package dev.coracle.cluster.local.stop;

import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.bootstrap.Parallel;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.ExecSpec;
import dev.coracle.cluster.engine.TarArchive;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.local.network.LiveEdge;
import dev.coracle.cluster.local.node.NodeCommands;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.node.ClusterPlan;
import dev.coracle.cluster.node.NodeFiles;

/** Changes when the nodes of a cluster pause by themselves, while they run. */
public final class AutoPausing {

  private static final ExecSpec APPLY = ExecSpec.of("coracle-node", "apply-auto-pause");

  private final Containers containers;
  private final ClusterParts parts;

  /** Tells the nodes and edges that this cluster has. */
  public AutoPausing(Containers containers, ClusterParts parts) {
    this.containers = containers;
    this.parts = parts;
  }

  /** No node may pause that an edge does not know how to wake. */
  public void change(ClusterSpec wanted) {
    ClusterPlan plan = parts.plan(wanted);
    LiveEdge edges = new LiveEdge(containers, parts);
    if (wanted.autoPause().isZero()) {
      tellNodes(plan);
      edges.renewFiles(plan);
    } else {
      edges.renewFiles(plan);
      tellNodes(plan);
    }
  }

  private void tellNodes(ClusterPlan plan) {
    Parallel.each(
        parts.nodes().stream().filter(node -> parts.container(node).isPresent()).toList(),
        node -> tell(plan, node));
  }

  private void tell(ClusterPlan plan, NodeIdentity node) {
    String container = ObjectNames.node(parts.name(), node.name());
    containers.copyIn(container, NodeFiles.ROOT, TarArchive.of(NodeFiles.environment(plan, node)));
    // One that was frozen when the command began is thawed by now.
    if (parts.isAwake(node)) {
      NodeCommands.require(containers, container, APPLY);
    }
  }
}
