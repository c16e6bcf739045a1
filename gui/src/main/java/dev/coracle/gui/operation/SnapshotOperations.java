package dev.coracle.gui.operation;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.SnapshotName;
import dev.coracle.cluster.Snapshots;
import dev.coracle.gui.operation.OperationViewModel.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Begins operations on snapshots. */
public final class SnapshotOperations {

  private final Operations operations;
  private final Snapshots service;

  /** Operations on these snapshots. */
  public SnapshotOperations(Operations operations, Snapshots service) {
    this.operations = operations;
    this.service = service;
  }

  /** A name for a snapshot that is taken now, for who gives none. */
  public SnapshotName nameOfNow() {
    return SnapshotName.at(operations.clock().instant());
  }

  /** Saves a cluster. */
  public OperationViewModel save(ClusterName cluster, SnapshotName name) {
    return operations.begin(
        Kind.SAVE_SNAPSHOT, cluster, progress -> service.save(cluster, name, progress));
  }

  /** Makes a cluster what it was. */
  public OperationViewModel restore(ClusterName cluster, SnapshotName name) {
    return operations.begin(
        Kind.RESTORE_SNAPSHOT, cluster, progress -> service.restore(cluster, name, progress));
  }

  /** Removes a snapshot. */
  public OperationViewModel delete(ClusterName cluster, SnapshotName name) {
    return operations.begin(
        Kind.DELETE_SNAPSHOT, cluster, progress -> service.delete(cluster, name, progress));
  }

  /** Writes a snapshot to a file, which must not exist. */
  public OperationViewModel export(ClusterName cluster, SnapshotName name, Path file) {
    return operations.begin(
        Kind.EXPORT_SNAPSHOT,
        cluster,
        progress -> {
          requireNew(file);
          service.exportTo(cluster, name, file, progress);
        });
  }

  /** Makes a cluster of a file that an export wrote. */
  public OperationViewModel importFrom(Path file, ClusterName as, boolean keepCredentials) {
    return operations.begin(
        Kind.IMPORT_CLUSTER,
        as,
        progress -> service.importFrom(file, as, keepCredentials, progress));
  }

  /**
   * Makes another cluster.
   *
   * @param snapshot what of; empty: what the cluster is now
   */
  public OperationViewModel copy(
      ClusterName cluster,
      Optional<SnapshotName> snapshot,
      ClusterName as,
      boolean keepCredentials) {
    return operations.begin(
        Kind.CLONE_CLUSTER,
        as,
        progress -> service.copy(cluster, snapshot.orElse(null), as, keepCredentials, progress));
  }

  private static void requireNew(Path file) {
    if (Files.exists(file)) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.INVALID_SPEC,
              "There is a file %s already.".formatted(file),
              "Choose another name, or remove that file first."));
    }
  }
}
