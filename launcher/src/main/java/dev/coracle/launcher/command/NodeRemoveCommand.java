package dev.coracle.launcher.command;

import dev.coracle.launcher.output.ClusterView;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "remove",
    aliases = "rm",
    description = {
      "Drain nodes, then remove them with their data.",
      "Of control planes 1, 3 or 5 stay, so name two."
    })
final class NodeRemoveCommand implements Runnable {

  private final Session session;

  @Option(names = "--force", description = "Do not wait for pods to move to other nodes.")
  boolean force;

  @Parameters(arity = "1..*", paramLabel = "NODE", description = "The nodes, by name.")
  List<String> nodes = List.of();

  NodeRemoveCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    var name = session.cluster();
    var cluster =
        session.show(
            progress -> session.services().clusters().removeNodes(name, nodes, force, progress));
    session.result(ClusterView.of(cluster), List.of());
    session
        .printer()
        .say("Cluster \"%s\" has %d nodes.".formatted(name, cluster.status().nodes().size()));
  }
}
