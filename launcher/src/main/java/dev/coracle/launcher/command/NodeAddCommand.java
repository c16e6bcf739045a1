package dev.coracle.launcher.command;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.NodeRole;
import dev.coracle.cluster.Problem;
import dev.coracle.launcher.output.ClusterView;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "add", description = "Add nodes to a cluster that runs.")
final class NodeAddCommand implements Runnable {

  private final Session session;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "How many (default: 1).",
      defaultValue = "1")
  int count = 1;

  @Option(names = "--control-plane", description = "Control planes instead of workers.")
  boolean controlPlane;

  NodeAddCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    if (count < 1) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.USAGE,
              "%d nodes cannot be added.".formatted(count),
              "Give --count 1 or more."));
    }
    NodeRole role = controlPlane ? NodeRole.CONTROL_PLANE : NodeRole.WORKER;
    var name = session.cluster();
    var cluster =
        session.show(
            progress -> session.services().clusters().addNodes(name, role, count, progress));
    session.result(ClusterView.of(cluster), List.of());
    session
        .printer()
        .say("Cluster \"%s\" has %d nodes.".formatted(name, cluster.status().nodes().size()));
  }
}
