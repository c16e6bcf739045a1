package dev.coracle.launcher.command;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Snapshot;
import dev.coracle.cluster.SnapshotName;
import dev.coracle.launcher.output.ClusterView;
import dev.coracle.launcher.output.Durations;
import dev.coracle.launcher.output.Table;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "snapshot", description = "Save whole clusters, and bring them back.")
final class SnapshotCommand extends CommandGroup {

  private final Session session;

  SnapshotCommand(Session session) {
    this.session = session;
  }

  /**
   * A snapshot as programs read it.
   *
   * @param cluster the cluster that was saved
   * @param name its name
   * @param takenAt when
   * @param kubernetes the cluster's version
   * @param nodes how many nodes it had
   * @param bytes what it takes
   */
  public record SnapshotView(
      String cluster, String name, Instant takenAt, String kubernetes, int nodes, long bytes) {

    static SnapshotView of(Snapshot snapshot) {
      return new SnapshotView(
          snapshot.cluster().value(),
          snapshot.name().value(),
          snapshot.takenAt(),
          snapshot.spec().kubernetesVersion().toString(),
          snapshot.nodes(),
          snapshot.size().value());
    }
  }

  @Command(name = "save", description = "Save a cluster: etcd, volumes, images, certificates.")
  void save(
      @Parameters(
              arity = "0..1",
              paramLabel = "SNAPSHOT",
              description = "Its name; else the moment, for instance 20260131-093000.")
          @Nullable String named) {
    ClusterName cluster = session.cluster();
    SnapshotName name =
        named == null
            ? SnapshotName.at(session.console().clock().instant())
            : new SnapshotName(named);
    Snapshot saved = session.show(it -> session.services().snapshots().save(cluster, name, it));
    session.result(SnapshotView.of(saved), List.of());
    session
        .printer()
        .say(
            "Snapshot \"%s\" of cluster \"%s\" takes %s. Bring it back with: coracle snapshot restore -c %s %s"
                .formatted(name, cluster, saved.size(), cluster, name));
  }

  @Command(
      name = "list",
      aliases = "ls",
      description = "List snapshots: of the cluster that is named, or all.")
  void list() {
    List<Snapshot> found =
        session.namesCluster()
            ? session.services().snapshots().list(session.cluster())
            : session.services().snapshots().list();
    List<SnapshotView> snapshots = found.stream().map(SnapshotView::of).toList();
    session.printer().data(snapshots, snapshots.isEmpty() ? List.of() : table(snapshots).lines());
    if (snapshots.isEmpty()) {
      session.printer().say("There is no snapshot. Make one with: coracle snapshot save");
    }
  }

  private Table table(List<SnapshotView> snapshots) {
    Instant now = session.console().clock().instant();
    Table table = new Table("CLUSTER", "SNAPSHOT", "KUBERNETES", "NODES", "SIZE", "AGE");
    for (SnapshotView each : snapshots) {
      table.add(
          each.cluster(),
          each.name(),
          each.kubernetes(),
          String.valueOf(each.nodes()),
          new Bytes(each.bytes()).toString(),
          Durations.age(Duration.between(each.takenAt(), now)));
    }
    return table;
  }

  @Command(
      name = "restore",
      description = "Make a cluster what it was, also a deleted one; what it is now is lost.")
  void restore(@Parameters(paramLabel = "SNAPSHOT", description = "Its name.") String named) {
    ClusterName cluster = session.cluster();
    SnapshotName name = new SnapshotName(named);
    var restored = session.show(it -> session.services().snapshots().restore(cluster, name, it));
    session.result(ClusterView.of(restored), List.of());
    session.printer().say("Cluster \"%s\" is what \"%s\" held.".formatted(cluster, name));
  }

  @Command(name = "delete", aliases = "rm", description = "Remove snapshots of a cluster.")
  void delete(
      @Parameters(arity = "1..*", paramLabel = "SNAPSHOT", description = "Their names.")
          List<String> named) {
    ClusterName cluster = session.cluster();
    for (String each : named) {
      SnapshotName name = new SnapshotName(each);
      boolean existed =
          session.show(it -> session.services().snapshots().delete(cluster, name, it));
      session
          .printer()
          .say(
              existed
                  ? "Snapshot \"%s\" of cluster \"%s\" is removed.".formatted(name, cluster)
                  : "Cluster \"%s\" has no snapshot \"%s\".".formatted(cluster, name));
    }
  }

  @Command(
      name = "export",
      description = "Write a snapshot to a file for another machine; it holds the cluster's keys.")
  void export(
      @Parameters(paramLabel = "SNAPSHOT", description = "Its name.") String named,
      @Parameters(paramLabel = "FILE", description = "For instance demo.tar.gz.") Path file) {
    ClusterName cluster = session.cluster();
    SnapshotName name = new SnapshotName(named);
    session.run(it -> session.services().snapshots().exportTo(cluster, name, file, it));
    session
        .printer()
        .say("%s holds \"%s\". Keep it safe: the cluster's keys are in it.".formatted(file, name));
  }

  @Command(
      name = "import",
      description = "Make a cluster from an exported snapshot, with credentials of its own.")
  void take(
      @Parameters(paramLabel = "FILE", description = "What export wrote.") Path file,
      @Parameters(
              arity = "0..1",
              paramLabel = "NAME",
              description = "The new cluster's name; else the one that was saved.")
          @Nullable String named,
      @Mixin KeepCredentials keep) {
    ClusterName as = named == null ? null : new ClusterName(named);
    var made =
        session.show(
            it -> session.services().snapshots().importFrom(file, as, keep.credentials, it));
    session.result(ClusterView.of(made), List.of());
    session
        .printer()
        .say(
            "Cluster \"%s\" is ready, as context \"%s\"."
                .formatted(made.name(), made.name().context()));
  }
}
