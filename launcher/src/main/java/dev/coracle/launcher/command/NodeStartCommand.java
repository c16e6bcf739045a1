package dev.coracle.launcher.command;

import dev.coracle.launcher.output.ClusterView;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "start", description = "Start a node, and wait until it is Ready.")
final class NodeStartCommand implements Runnable {

  private final Session session;

  @Parameters(paramLabel = "NODE", description = "The node, by name.")
  String node = "";

  NodeStartCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    var name = session.cluster();
    var cluster =
        session.show(progress -> session.services().clusters().startNode(name, node, progress));
    session.result(ClusterView.of(cluster), List.of());
    session.printer().say("Node %s of cluster \"%s\" is ready.".formatted(node, name));
  }
}
