package dev.coracle.launcher.command;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.SnapshotName;
import dev.coracle.launcher.output.ClusterView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "clone", description = "Make another cluster of what a cluster is.")
final class CloneCommand implements Runnable {

  private final Session session;

  @Parameters(index = "0", paramLabel = "NAME", description = "The cluster to copy.")
  String origin = "";

  @Parameters(index = "1", paramLabel = "NEW", description = "The new cluster's name.")
  String named = "";

  @Option(
      names = "--snapshot",
      paramLabel = "SNAPSHOT",
      description = "What it was when this snapshot was saved; else what it is now.")
  @Nullable String snapshot;

  @Mixin KeepCredentials keep = new KeepCredentials();

  CloneCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    ClusterName cluster = new ClusterName(origin);
    ClusterName as = new ClusterName(named);
    SnapshotName from = snapshot == null ? null : new SnapshotName(snapshot);
    var made =
        session.show(
            it -> session.services().snapshots().copy(cluster, from, as, keep.credentials, it));
    session.result(ClusterView.of(made), List.of());
    session
        .printer()
        .say("Cluster \"%s\" is ready, as context \"%s\".".formatted(as, as.context()));
  }
}
