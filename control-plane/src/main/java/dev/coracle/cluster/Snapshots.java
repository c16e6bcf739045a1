package dev.coracle.cluster;

import dev.coracle.cluster.progress.ProgressListener;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots of whole clusters: etcd, volumes, images and certificates.
 *
 * <p>Every method blocks; interrupting its thread cancels it. They outlive their cluster and go
 * only by {@link #delete}. What a killed process left half done is taken back or finished by the
 * next call about the same cluster, and by the next start.
 */
public interface Snapshots {

  /** Every snapshot, by cluster, oldest first. */
  List<Snapshot> list();

  /** The snapshots of one cluster, which may be gone; oldest first. */
  default List<Snapshot> list(ClusterName cluster) {
    return list().stream().filter(snapshot -> snapshot.cluster().equals(cluster)).toList();
  }

  /**
   * Saves a cluster, running or not. All its nodes are frozen together while they are copied.
   *
   * @throws ClusterException with {@link Problem.Code#NAME_TAKEN} when the cluster has a snapshot
   *     of this name
   */
  Snapshot save(ClusterName cluster, SnapshotName name, ProgressListener listener);

  /**
   * Makes a cluster what it was, and lets it run; one that was deleted comes back. Its credentials
   * are those of the snapshot. The state that it has now is lost, once the copy is complete.
   *
   * @throws ClusterException with {@link Problem.Code#SNAPSHOT_NOT_FOUND}
   */
  Cluster restore(ClusterName cluster, SnapshotName name, ProgressListener listener);

  /**
   * Removes a snapshot.
   *
   * @return whether there was one
   */
  boolean delete(ClusterName cluster, SnapshotName name, ProgressListener listener);

  /**
   * Writes a snapshot to a file that another machine can read. It holds the cluster's keys, so only
   * its owner may read it.
   */
  void exportTo(ClusterName cluster, SnapshotName name, Path file, ProgressListener listener);

  /**
   * Makes a cluster from a file that {@link #exportTo} wrote, perhaps elsewhere.
   *
   * @param as the new cluster's name; null: the one of the cluster that was saved
   * @param keepCredentials whether the origin's authorities, and with them its users and tokens,
   *     are valid in the new cluster
   * @throws ClusterException with {@link Problem.Code#NAME_TAKEN} when there is such a cluster,
   *     {@link Problem.Code#INVALID_SPEC} when the file is no snapshot or of another architecture
   */
  Cluster importFrom(
      Path file, @Nullable ClusterName as, boolean keepCredentials, ProgressListener listener);

  /**
   * Makes another cluster of the state that a cluster has now, or had when a snapshot was taken. It
   * gets its own addresses, and ports of the host that are free.
   *
   * @param snapshot null: the present state
   * @param keepCredentials whether the origin's authorities, and with them its users and tokens,
   *     are valid in the new cluster
   */
  Cluster copy(
      ClusterName cluster,
      @Nullable SnapshotName snapshot,
      ClusterName as,
      boolean keepCredentials,
      ProgressListener listener);
}
