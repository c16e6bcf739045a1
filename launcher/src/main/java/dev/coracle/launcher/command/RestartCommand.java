package dev.coracle.launcher.command;

import dev.coracle.cluster.ClusterName;
import dev.coracle.launcher.output.ClusterView;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "restart", description = "Stop a cluster, then start it.")
final class RestartCommand implements Runnable {

  private final Session session;

  @Mixin ClusterArgument cluster = new ClusterArgument();
  @Mixin GraceOption grace = new GraceOption();

  RestartCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    ClusterName name = cluster.in(session);
    var restarted =
        session.show(
            progress -> session.services().clusters().restart(name, grace.value(), progress));
    session.result(ClusterView.of(restarted), List.of());
    session.printer().say("Cluster \"%s\" is ready.".formatted(name));
  }
}
