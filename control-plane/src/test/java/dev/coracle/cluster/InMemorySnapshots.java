package dev.coracle.cluster;

import dev.coracle.cluster.progress.OneStep;
import dev.coracle.cluster.progress.ProgressListener;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Snapshots of clusters in memory. */
public final class InMemorySnapshots implements Snapshots {

  private static final Instant TAKEN = Instant.parse("2026-01-01T00:00:00Z");
  private static final Comparator<Snapshot> ORDER =
      Comparator.comparing(Snapshot::cluster).thenComparing(Snapshot::name);

  private final InMemoryClusterService clusters;
  private final List<Snapshot> snapshots = new CopyOnWriteArrayList<>();

  /** What was exported, imported and copied. */
  public final List<String> calls = new CopyOnWriteArrayList<>();

  /** No snapshots of these clusters. */
  public InMemorySnapshots(InMemoryClusterService clusters) {
    this.clusters = clusters;
  }

  /** Adds a snapshot that was taken before, perhaps of a cluster that is gone. */
  public InMemorySnapshots put(Snapshot snapshot) {
    snapshots.add(snapshot);
    return this;
  }

  @Override
  public List<Snapshot> list() {
    // Where clusters cannot be listed, neither can snapshots: both are the engine's.
    var _ = clusters.list();
    return snapshots.stream().sorted(ORDER).toList();
  }

  private Optional<Snapshot> find(ClusterName cluster, SnapshotName name) {
    return list(cluster).stream().filter(each -> each.name().equals(name)).findFirst();
  }

  @Override
  public Snapshot save(ClusterName cluster, SnapshotName name, ProgressListener listener) {
    Cluster saved = clusters.require(cluster);
    if (find(cluster, name).isPresent()) {
      throw refused(Problem.Code.NAME_TAKEN, "There is a snapshot " + name);
    }
    return OneStep.run(
        "copy",
        "Copying",
        listener,
        step -> {
          int nodes = saved.status().nodes().size();
          Bytes size = Bytes.ofMebibytes(42);
          Snapshot made = new Snapshot(cluster, name, TAKEN, saved.spec(), nodes, size);
          snapshots.add(made);
          return made;
        });
  }

  @Override
  public Cluster restore(ClusterName cluster, SnapshotName name, ProgressListener listener) {
    Snapshot saved =
        find(cluster, name)
            .orElseThrow(
                () -> refused(Problem.Code.SNAPSHOT_NOT_FOUND, "There is no snapshot " + name));
    return clusters.start(cluster, StartRequest.of(_ -> saved.spec()), listener);
  }

  @Override
  public boolean delete(ClusterName cluster, SnapshotName name, ProgressListener listener) {
    return find(cluster, name).map(snapshots::remove).orElse(false);
  }

  private static ClusterException refused(Problem.Code code, String summary) {
    return new ClusterException(Problem.of(code, summary, "See what the test did."));
  }

  @Override
  public void exportTo(
      ClusterName cluster, SnapshotName name, Path file, ProgressListener listener) {
    calls.add("export %s of %s to %s".formatted(name, cluster, file.getFileName()));
  }

  @Override
  public Cluster importFrom(
      Path file, @Nullable ClusterName as, boolean keepCredentials, ProgressListener listener) {
    ClusterName name = as == null ? new ClusterName("imported") : as;
    calls.add("import %s as %s keep=%s".formatted(file.getFileName(), name, keepCredentials));
    return clusters.start(name, StartRequest.defaults(), listener);
  }

  @Override
  public Cluster copy(
      ClusterName cluster,
      @Nullable SnapshotName snapshot,
      ClusterName as,
      boolean keepCredentials,
      ProgressListener listener) {
    ClusterSpec spec = clusters.require(cluster).spec();
    String of = snapshot == null ? "" : " of " + snapshot;
    calls.add("clone %s %s%s keep=%s".formatted(cluster, as, of, keepCredentials));
    return clusters.start(as, StartRequest.of(_ -> spec), listener);
  }
}
