package dev.coracle.cluster.layout;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.SnapshotName;
import dev.coracle.cluster.engine.Volumes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Keeps each snapshot's record as the labels of an empty volume, written when the copy is complete:
 * what has no record is no snapshot. The copies themselves are all in one volume, which exists as
 * long as there is a record.
 */
public final class SnapshotVolumes {

  private static final Comparator<SnapshotRecord> ORDER =
      Comparator.comparing(SnapshotRecord::cluster)
          .thenComparing(SnapshotRecord::takenAt)
          .thenComparing(SnapshotRecord::name);

  private final Volumes volumes;

  /** The snapshots among these volumes. */
  public SnapshotVolumes(Volumes volumes) {
    this.volumes = volumes;
  }

  /** Every snapshot's record, by cluster, oldest first. */
  public List<SnapshotRecord> list() {
    return volumes.list(Labels.ANY).stream()
        .map(Volumes.VolumeInfo::labels)
        .filter(SnapshotRecord::is)
        .map(SnapshotRecord::ofLabels)
        .sorted(ORDER)
        .toList();
  }

  /** The record of one snapshot. */
  public Optional<SnapshotRecord> find(ClusterName cluster, SnapshotName name) {
    Map<String, String> labels =
        Map.of(Labels.SNAPSHOT_OF, cluster.value(), Labels.SNAPSHOT, name.value());
    return volumes.list(labels).stream()
        .map(Volumes.VolumeInfo::labels)
        .filter(SnapshotRecord::is)
        .map(SnapshotRecord::ofLabels)
        .findFirst();
  }

  /** Writes a record. */
  public void put(SnapshotRecord written) {
    volumes.create(ObjectNames.snapshot(written.cluster(), written.name()), written.labels());
  }

  /** Removes a record. */
  public void remove(ClusterName cluster, SnapshotName name) {
    volumes.remove(ObjectNames.snapshot(cluster, name));
  }

  /** Makes the volume of the copies, if it is not there. */
  public void ensureCopies() {
    Map<String, String> labels = new TreeMap<>(Labels.ANY);
    labels.put(Labels.ROLE, "snapshots");
    volumes.create(ObjectNames.SNAPSHOTS, labels);
  }

  /** Removes the volume of the copies; it must not be in use. */
  public void removeCopies() {
    volumes.remove(ObjectNames.SNAPSHOTS);
  }
}
