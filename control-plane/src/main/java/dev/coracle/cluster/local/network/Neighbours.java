package dev.coracle.cluster.local.network;

import dev.coracle.cluster.bootstrap.Parallel;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.ExecSpec;
import dev.coracle.cluster.engine.TarArchive;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.local.node.NodeCommands;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.node.ClusterPlan;
import dev.coracle.cluster.node.NodeFiles;
import dev.coracle.cluster.node.NodeNetwork;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tells nodes that are there who the others are: for their next boot, and now if they run. */
public final class Neighbours {

  private final Containers containers;
  private final ClusterParts parts;

  /** Tells the nodes that this cluster has. */
  public Neighbours(Containers containers, ClusterParts parts) {
    this.containers = containers;
    this.parts = parts;
  }

  /** From now on the cluster has the nodes of this plan, and not these. */
  public void tell(ClusterPlan plan, List<NodeIdentity> gone) {
    List<NodeIdentity> staying =
        parts.nodes().stream()
            .filter(node -> plan.nodes().contains(node))
            .filter(node -> parts.container(node).isPresent())
            .toList();
    Parallel.each(staying, node -> tell(node, plan, gone));
  }

  private void tell(NodeIdentity node, ClusterPlan plan, List<NodeIdentity> gone) {
    String container = ObjectNames.node(parts.name(), node.name());
    containers.copyIn(container, NodeFiles.ROOT, TarArchive.of(NodeFiles.environment(plan, node)));
    if (parts.isRunning(node)) {
      feed(container, NodeNetwork.hosts(plan, node), "sh", "-c", NodeNetwork.HOSTS_SCRIPT);
      feed(container, NodeNetwork.routes(plan, node, gone), "ip", "-batch", "-");
    }
  }

  private void feed(String container, String input, String... command) {
    if (!input.isEmpty()) {
      var stdin = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
      NodeCommands.require(containers, container, ExecSpec.of(command).withStdin(stdin));
    }
  }
}
