package dev.coracle.cluster.local.start;

import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.FileSet;
import dev.coracle.cluster.engine.TarArchive;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.local.node.BootWatch;
import dev.coracle.cluster.local.node.HostFolders;
import dev.coracle.cluster.local.node.NodeSurroundings;
import dev.coracle.cluster.local.node.Renewal;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.local.upgrade.HalfUpgrade;
import dev.coracle.cluster.node.ClusterPlan;
import dev.coracle.cluster.node.NodeContainer;
import dev.coracle.cluster.node.NodeFiles;
import java.util.Optional;
import java.util.function.Supplier;

/** Starts nodes that rest, and makes the containers of those again that lost theirs. */
final class NodeReturn {

  private final Tools tools;
  private final ClusterParts parts;
  private final ClusterPlan plan;
  private final Optional<String> asked;
  private final BootWatch boot;

  /**
   * @param asked the image that the user named, which nodes of another are made anew from
   */
  NodeReturn(
      Tools tools, ClusterParts parts, ClusterPlan plan, Optional<String> asked, BootWatch boot) {
    this.tools = tools;
    this.parts = parts;
    this.plan = plan;
    this.asked = asked;
    this.boot = boot;
  }

  /** Starts a node; the image is asked for only when its container has to be made. */
  void start(NodeIdentity node, Supplier<String> image) {
    String container = ObjectNames.node(parts.name(), node.name());
    if (NodeImageChange.isWanted(parts, node, asked)) {
      containers().remove(container);
    }
    HalfUpgrade upgrade = new HalfUpgrade(tools, parts, boot);
    upgrade.completeFiles(node);
    if (containers().find(container).isEmpty()) {
      create(node, container, upgrade.imageOf(node).orElseGet(image));
    }
    if (!wanted().bare()) {
      new Renewal(containers(), plan, tools.clock()).ifDue(node);
    }
    boot.start(container, tools.clock().instant());
  }

  private Containers containers() {
    return tools.engine().containers();
  }

  private ClusterSpec wanted() {
    return plan.spec();
  }

  private void create(NodeIdentity node, String container, String image) {
    HostFolders.require(wanted(), node.pool());
    containers().create(NodeContainer.of(parts.name(), wanted(), node, image));
    // Nodes may have come and gone, and authorities too, while there was no container to tell.
    FileSet authorities = NodeSurroundings.changedAuthorities(parts.spec(), wanted());
    FileSet files = NodeFiles.environment(plan, node).with(authorities);
    containers().copyIn(container, NodeFiles.ROOT, TarArchive.of(files));
    new NodeSurroundings(containers()).equip(container, wanted());
  }
}
