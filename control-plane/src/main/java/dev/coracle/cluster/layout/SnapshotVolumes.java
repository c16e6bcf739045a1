package dev.coracle.cluster.layout;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.SnapshotName;
import dev.coracle.cluster.engine.Volumes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

  private static final Logger LOG = LoggerFactory.getLogger(SnapshotVolumes.class);

  private final Volumes volumes;

  /** The snapshots among these volumes. */
  public SnapshotVolumes(Volumes volumes) {
    this.volumes = volumes;
  }

  /**
   * Every snapshot's record, by cluster, oldest first. One that cannot be read, of a later Coracle
   * for instance, is logged and left out: the others are no worse for it.
   */
  public List<SnapshotRecord> list() {
    return labels(Labels.ANY).flatMap(labels -> readable(labels).stream()).sorted(ORDER).toList();
  }

  /** The names of one cluster's snapshots, also of those whose record cannot be read. */
  public List<String> names(ClusterName cluster) {
    return labels(Map.of(Labels.SNAPSHOT_OF, cluster.value()))
        .map(labels -> labels.getOrDefault(Labels.SNAPSHOT, ""))
        .toList();
  }

  /** Whether there is no snapshot of any cluster, readable or not. */
  public boolean isEmpty() {
    return labels(Labels.ANY).findAny().isEmpty();
  }

  /**
   * The record of one snapshot.
   *
   * @throws ClusterException with {@link Problem.Code#SNAPSHOT_NOT_FOUND} when it cannot be read
   */
  public Optional<SnapshotRecord> find(ClusterName cluster, SnapshotName name) {
    return labels(Map.of(Labels.SNAPSHOT_OF, cluster.value(), Labels.SNAPSHOT, name.value()))
        .findFirst()
        .map(SnapshotVolumes::read);
  }

  private Stream<Map<String, String>> labels(Map<String, String> wanted) {
    return volumes.list(wanted).stream().map(Volumes.VolumeInfo::labels).filter(SnapshotRecord::is);
  }

  private static Optional<SnapshotRecord> readable(Map<String, String> labels) {
    try {
      return Optional.of(read(labels));
    } catch (ClusterException e) {
      LOG.warn("{} {}", e.problem().summary(), e.problem().advice());
      return Optional.empty();
    }
  }

  private static SnapshotRecord read(Map<String, String> labels) {
    String cluster = labels.getOrDefault(Labels.SNAPSHOT_OF, "");
    String name = labels.getOrDefault(Labels.SNAPSHOT, "");
    return Legible.read(
        () -> SnapshotRecord.ofLabels(labels), reason -> unreadable(cluster, name, reason));
  }

  private static Problem unreadable(String cluster, String name, String reason) {
    return Problem.of(
        Problem.Code.SNAPSHOT_NOT_FOUND,
        "The record of snapshot \"%s\" of cluster \"%s\" cannot be read: %s."
            .formatted(name, cluster, reason),
        "Use the Coracle that saved it, or remove it with `coracle snapshot delete -c %s %s`."
            .formatted(cluster, name));
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
