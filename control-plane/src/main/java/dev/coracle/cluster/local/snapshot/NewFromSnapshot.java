package dev.coracle.cluster.local.snapshot;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.SnapshotName;
import dev.coracle.cluster.bootstrap.StepRunner;
import dev.coracle.cluster.layout.SnapshotRecord;
import dev.coracle.cluster.local.node.BootWatch;
import dev.coracle.cluster.local.parts.BareNodes;
import dev.coracle.cluster.local.parts.ClusterLocks;
import dev.coracle.cluster.local.parts.Inventory;
import dev.coracle.cluster.local.parts.KubeconfigEntries;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.local.step.FailureLogs;
import dev.coracle.cluster.progress.OneStep;
import dev.coracle.cluster.progress.ProgressListener;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes new clusters of snapshots, of this engine or in files. */
public final class NewFromSnapshot {

  private final Tools tools;
  private final boolean keepCredentials;
  private final ProgressListener listener;

  /**
   * Makes them so.
   *
   * @param keepCredentials whether the origin's credentials are to open the new cluster too
   */
  public NewFromSnapshot(Tools tools, boolean keepCredentials, ProgressListener listener) {
    this.tools = tools;
    this.keepCredentials = keepCredentials;
    this.listener = listener;
  }

  /** A name for a snapshot that goes again when the cluster is made. */
  public static SnapshotName passing(InstantSource clock, String what) {
    return new SnapshotName(what + "-" + SnapshotName.at(clock.instant()));
  }

  /** Of a snapshot that is among the copies. */
  public void of(SnapshotRecord saved, ClusterName name) {
    requireOurs(saved.cluster(), saved.kept().spec());
    try (ClusterLocks.Held _ = tools.locks().take(name)) {
      requireFree(saved.cluster(), name);
      make(saved, name);
    }
  }

  /** Refuses, before anything is done, a clone whose name is taken. */
  public void requireFree(ClusterName origin, ClusterName name) {
    requireNew(name, "coracle clone %s NAME".formatted(origin));
  }

  /** Of a snapshot in a file, under this name or its own; which of them, that it tells. */
  public ClusterName ofFile(Path file, @Nullable ClusterName as) {
    SnapshotRecord found = new SnapshotFile(file).header();
    requireUsable(found);
    ClusterName name = as == null ? found.cluster() : as;
    try (ClusterLocks.Held _ = tools.locks().take(name)) {
      requireNew(name, "coracle snapshot import %s NAME".formatted(file));
      SnapshotRecord unpacked = found.as(name, passing(tools.clock(), "import"));
      Copies copies = new Copies(tools, name);
      try {
        unpack(file, copies, unpacked);
        make(unpacked, name);
      } finally {
        copies.tidy();
      }
    }
    return name;
  }

  private void unpack(Path file, Copies copies, SnapshotRecord as) {
    OneStep.run(
        "unpack", "Reading " + file, listener, step -> new SnapshotFile(file).read(copies, as));
  }

  /** Refuses what cannot have other addresses, since another has issued its certificates. */
  public static void requireOurs(ClusterName cluster, ClusterSpec spec) {
    BareNodes.refuse(
        cluster,
        spec,
        "give a copy of them new addresses",
        "`coracle snapshot restore` brings the cluster back as it was, where it was saved.");
  }

  private void requireUsable(SnapshotRecord found) {
    requireOurs(found.cluster(), found.kept().spec());
    tools.images().recipe(found.kept().spec().kubernetesVersion());
    String here = tools.engine().info().architecture();
    if (!found.architecture().equals(here)) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.INVALID_SPEC,
              "The snapshot was taken on %s, and this engine runs on %s."
                  .formatted(found.architecture(), here),
              "Import it on a machine of that architecture."));
    }
  }

  private void requireNew(ClusterName name, String way) {
    if (new Inventory(tools.engine()).find(name).isPresent()) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.NAME_TAKEN,
              "There is a cluster \"%s\" already.".formatted(name),
              "Give the new one another name: `%s`.".formatted(way)));
    }
  }

  private void make(SnapshotRecord saved, ClusterName name) {
    new KubeconfigEntries(tools).requireWritable(name, Optional.empty(), true);
    try (BootWatch boot = new BootWatch(tools.engine().containers(), name)) {
      FailureLogs logs = new FailureLogs(tools.engine(), tools.failureLogs(), tools.clock());
      Cloning cloning = new Cloning(tools, saved, name, keepCredentials, boot);
      new StepRunner(listener, false, () -> logs.save(name, listener)).run(cloning.plan());
    }
  }
}
