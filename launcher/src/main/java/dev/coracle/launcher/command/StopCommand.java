package dev.coracle.launcher.command;

import dev.coracle.cluster.ClusterName;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "stop", description = "Stop a cluster; it keeps all its data.")
final class StopCommand implements Runnable {

  private final Session session;

  @Mixin ClusterArgument cluster = new ClusterArgument();
  @Mixin GraceOption grace = new GraceOption();

  StopCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    ClusterName name = cluster.in(session);
    Duration patience = grace.value();
    session.run(progress -> session.services().clusters().stop(name, patience, progress));
    session.printer().say("Cluster \"%s\" is stopped.".formatted(name));
  }
}
