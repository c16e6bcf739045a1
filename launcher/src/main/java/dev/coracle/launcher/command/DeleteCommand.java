package dev.coracle.launcher.command;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterName;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "delete", description = "Remove a cluster and everything that start made.")
final class DeleteCommand implements Runnable {

  private final Session session;

  @Mixin ClusterArgument cluster = new ClusterArgument();

  @Option(names = "--all", description = "Remove every cluster.")
  boolean all;

  DeleteCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    List<ClusterName> names = names();
    names.forEach(this::delete);
    if (names.isEmpty()) {
      session.printer().say("There is no cluster.");
    }
  }

  private List<ClusterName> names() {
    return all
        ? session.services().clusters().list().stream().map(Cluster::name).toList()
        : List.of(cluster.in(session));
  }

  private void delete(ClusterName name) {
    boolean existed = session.show(it -> session.services().clusters().delete(name, it));
    session
        .printer()
        .say(
            existed
                ? "Cluster \"%s\" is deleted; nothing of it is left.".formatted(name)
                : "There is no cluster \"%s\": nothing to delete.".formatted(name));
  }
}
