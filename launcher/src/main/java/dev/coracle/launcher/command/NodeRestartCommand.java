package dev.coracle.launcher.command;

import dev.coracle.launcher.output.ClusterView;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "restart", description = "Stop a node, then start it.")
final class NodeRestartCommand implements Runnable {

  private final Session session;

  @Mixin GraceOption grace = new GraceOption();

  @Parameters(paramLabel = "NODE", description = "The node, by name.")
  String node = "";

  NodeRestartCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    var name = session.cluster();
    var clusters = session.services().clusters();
    session.run(progress -> clusters.stopNode(name, node, grace.value(), progress));
    var cluster = session.show(progress -> clusters.startNode(name, node, progress));
    session.result(ClusterView.of(cluster), List.of());
    session.printer().say("Node %s of cluster \"%s\" is ready.".formatted(node, name));
  }
}
