package dev.coracle.launcher.command;

import dev.coracle.launcher.output.ClusterView.NodeView;
import dev.coracle.launcher.output.NodeStatus;
import dev.coracle.launcher.output.Table;
import java.util.List;
import picocli.CommandLine.Command;

@Command(name = "node", description = "List, add and remove nodes, and work inside them.")
final class NodeCommand extends CommandGroup {

  private final Session session;

  NodeCommand(Session session) {
    this.session = session;
  }

  @Command(name = "list", aliases = "ls", description = "List the nodes of a cluster.")
  void list() {
    var cluster = session.services().clusters().require(session.cluster());
    List<NodeView> views = cluster.status().nodes().stream().map(NodeView::of).toList();
    List<NodeStatus> statuses = NodeStatus.of(cluster);
    Table table = new Table("NAME", "ROLE", "HOST", "KUBELET", "ADDRESS", "CONTAINER");
    for (int index = 0; index < views.size(); index++) {
      NodeView node = views.get(index);
      NodeStatus status = statuses.get(index);
      table.add(
          node.name(),
          node.role(),
          status.host(),
          status.kubelet(),
          node.address(),
          node.container());
    }
    session.printer().data(views, table.lines());
  }
}
