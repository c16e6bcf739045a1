package dev.coracle.cluster.local.start;

import dev.coracle.cluster.bootstrap.Parallel;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.ExecSpec;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.local.node.NodeCommands;
import dev.coracle.cluster.local.parts.ClusterParts;

/** Makes running nodes take note of new limits: kubelet reads the machine only when it starts. */
final class NodeLimits {

  private final Containers containers;
  private final ClusterParts parts;

  NodeLimits(Containers containers, ClusterParts parts) {
    this.containers = containers;
    this.parts = parts;
  }

  void tell() {
    Parallel.each(parts.nodes().stream().filter(parts::isRunning).toList(), this::tell);
  }

  private void tell(NodeIdentity node) {
    String container = ObjectNames.node(parts.name(), node.name());
    NodeCommands.require(containers, container, ExecSpec.of("coracle-node", "apply-limits"));
  }
}
