package dev.coracle.launcher.command;

import dev.coracle.launcher.output.ClusterView;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "stop", description = "Stop a node; the others go on, and its data is kept.")
final class NodeStopCommand implements Runnable {

  private final Session session;

  @Mixin GraceOption grace = new GraceOption();

  @Parameters(paramLabel = "NODE", description = "The node, by name.")
  String node = "";

  NodeStopCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    var name = session.cluster();
    var cluster =
        session.show(
            progress ->
                session.services().clusters().stopNode(name, node, grace.value(), progress));
    session.result(ClusterView.of(cluster), List.of());
    session.printer().say("Node %s of cluster \"%s\" is stopped.".formatted(node, name));
  }
}
