package dev.coracle.launcher.command;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Snapshot;
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

  @Option(names = "--snapshots", description = "Remove the snapshots of what is removed, too.")
  boolean snapshots;

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
    List<Snapshot> left =
        all ? session.services().snapshots().list() : snapshotsOf(names.getFirst());
    if (snapshots) {
      left.forEach(this::delete);
    } else {
      tellOf(left);
    }
  }

  private List<ClusterName> names() {
    return all
        ? session.services().clusters().list().stream().map(Cluster::name).toList()
        : List.of(cluster.in(session));
  }

  private List<Snapshot> snapshotsOf(ClusterName name) {
    return session.services().snapshots().list(name);
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

  private void delete(Snapshot snapshot) {
    session.show(
        it -> session.services().snapshots().delete(snapshot.cluster(), snapshot.name(), it));
  }

  /** start did not make them, and they are what is often wanted after a deletion. */
  private void tellOf(List<Snapshot> left) {
    if (!left.isEmpty()) {
      session
          .printer()
          .say(
              "But for its snapshots: `coracle snapshot list` shows %d, `delete --snapshots` removes them."
                  .formatted(left.size()));
    }
  }
}
