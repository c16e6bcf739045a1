package dev.coracle.launcher.command;

import dev.coracle.cluster.ClusterName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "resume", aliases = "unpause", description = "Let a paused cluster go on.")
final class ResumeCommand implements Runnable {

  private final Session session;

  @Mixin ClusterArgument cluster = new ClusterArgument();

  ResumeCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    ClusterName name = cluster.in(session);
    session.run(progress -> session.services().clusters().resume(name, progress));
    session.printer().say("Cluster \"%s\" runs again.".formatted(name));
  }
}
