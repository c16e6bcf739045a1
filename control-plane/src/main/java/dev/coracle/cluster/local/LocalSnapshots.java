package dev.coracle.cluster.local;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.Snapshot;
import dev.coracle.cluster.SnapshotName;
import dev.coracle.cluster.Snapshots;
import dev.coracle.cluster.bootstrap.Cancelled;
import dev.coracle.cluster.bootstrap.StepRunner;
import dev.coracle.cluster.layout.SnapshotRecord;
import dev.coracle.cluster.layout.SnapshotVolumes;
import dev.coracle.cluster.local.node.BootWatch;
import dev.coracle.cluster.local.parts.ClusterLocks;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.local.parts.Inventory;
import dev.coracle.cluster.local.parts.KubeconfigEntries;
import dev.coracle.cluster.local.parts.Recorded;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.local.snapshot.Copies;
import dev.coracle.cluster.local.snapshot.NewFromSnapshot;
import dev.coracle.cluster.local.snapshot.RestoredParts;
import dev.coracle.cluster.local.snapshot.Restoring;
import dev.coracle.cluster.local.snapshot.Saving;
import dev.coracle.cluster.local.snapshot.SnapshotFile;
import dev.coracle.cluster.progress.OneStep;
import dev.coracle.cluster.progress.ProgressListener;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Snapshots of clusters of the local engine. */
public final class LocalSnapshots implements Snapshots {

  private final Tools tools;
  private final SettledLocks locks;

  LocalSnapshots(Tools tools) {
    this.tools = tools;
    this.locks = new SettledLocks(tools);
  }

  @Override
  public List<Snapshot> list() {
    return new SnapshotVolumes(tools.engine().volumes())
        .list().stream().map(SnapshotRecord::snapshot).toList();
  }

  @Override
  public Snapshot save(ClusterName cluster, SnapshotName name, ProgressListener listener) {
    try (ClusterLocks.Held _ = locks.resting(cluster)) {
      requireFree(cluster, name);
      Saving saving = new Saving(tools, requireWhole(cluster), name);
      new StepRunner(listener).run(saving.plan());
      return saving.result().snapshot();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Cancelled.because(e);
    }
  }

  private void requireFree(ClusterName cluster, SnapshotName name) {
    if (new Copies(tools, cluster).records().names(cluster).contains(name.value())) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.NAME_TAKEN,
              "Cluster \"%s\" has a snapshot \"%s\" already.".formatted(cluster, name),
              "Choose another name, or remove it with `coracle snapshot delete -c %s %s`."
                  .formatted(cluster, name)));
    }
  }

  private ClusterParts requireWhole(ClusterName cluster) {
    ClusterParts parts = new Inventory(tools.engine()).require(cluster);
    parts.requireNoUpgrade();
    Recorded.requireWhole(parts);
    return parts;
  }

  @Override
  public Cluster restore(ClusterName cluster, SnapshotName name, ProgressListener listener) {
    try (ClusterLocks.Held _ = locks.ofSnapshots(cluster);
        BootWatch boot = new BootWatch(tools.engine().containers(), cluster)) {
      SnapshotRecord saved = new Copies(tools, cluster).require(name);
      if (!saved.kept().spec().bare()) {
        new KubeconfigEntries(tools)
            .requireWritable(cluster, new Inventory(tools.engine()).find(cluster), true);
      }
      RestoredParts parts = RestoredParts.of(tools, saved);
      new StepRunner(listener).run(new Restoring(tools, saved, parts, boot).plan());
    }
    return observed(cluster);
  }

  @Override
  public boolean delete(ClusterName cluster, SnapshotName name, ProgressListener listener) {
    try (ClusterLocks.Held _ = locks.ofSnapshots(cluster)) {
      Copies copies = new Copies(tools, cluster);
      boolean existed = copies.records().names(cluster).contains(name.value());
      if (existed) {
        OneStep.run(
            "delete-snapshot",
            "Removing snapshot " + name,
            listener,
            step -> remove(copies, cluster, name));
      }
      return existed;
    }
  }

  /** The record first: what has none is no snapshot, and the next removal takes its copy too. */
  private static boolean remove(Copies copies, ClusterName cluster, SnapshotName name) {
    copies.records().remove(cluster, name);
    copies.tidy();
    return true;
  }

  @Override
  public void exportTo(
      ClusterName cluster, SnapshotName name, Path file, ProgressListener listener) {
    try (ClusterLocks.Held _ = locks.ofSnapshots(cluster)) {
      SnapshotRecord saved = new Copies(tools, cluster).require(name);
      OneStep.run(
          "export",
          "Writing " + file,
          listener,
          step -> {
            new SnapshotFile(file).write(new Copies(tools, cluster), saved);
            return file;
          });
    }
  }

  @Override
  public Cluster importFrom(
      Path file, @Nullable ClusterName as, boolean keepCredentials, ProgressListener listener) {
    return observed(new NewFromSnapshot(tools, keepCredentials, listener).ofFile(file, as));
  }

  private Cluster observed(ClusterName name) {
    return new LocalClusters(tools).require(name);
  }

  @Override
  public Cluster copy(
      ClusterName cluster,
      @Nullable SnapshotName snapshot,
      ClusterName as,
      boolean keepCredentials,
      ProgressListener listener) {
    NewFromSnapshot made = new NewFromSnapshot(tools, keepCredentials, listener);
    if (snapshot != null) {
      made.of(new Copies(tools, cluster).require(snapshot), as);
      return observed(as);
    }
    made.requireFree(cluster, as);
    NewFromSnapshot.requireOurs(cluster, requireWhole(cluster).spec());
    SnapshotName passing = NewFromSnapshot.passing(tools.clock(), "clone");
    Snapshot saved = save(cluster, passing, listener);
    try {
      made.of(new Copies(tools, cluster).require(saved.name()), as);
      return observed(as);
    } finally {
      delete(cluster, passing, listener);
    }
  }
}
