package dev.coracle.launcher.command;

import dev.coracle.cluster.ClusterName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "pause", description = "Freeze a cluster: it keeps its memory and uses no CPU.")
final class PauseCommand implements Runnable {

  private final Session session;

  @Mixin ClusterArgument cluster = new ClusterArgument();

  PauseCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    ClusterName name = cluster.in(session);
    session.run(progress -> session.services().clusters().pause(name, progress));
    session.printer().say("Cluster \"%s\" is paused.".formatted(name));
  }
}
