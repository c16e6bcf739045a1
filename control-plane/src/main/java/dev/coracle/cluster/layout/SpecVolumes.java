package dev.coracle.cluster.layout;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.Volumes;
import dev.coracle.cluster.engine.Volumes.VolumeInfo;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Keeps each cluster's spec as the label of an empty volume. A label cannot change, so a change
 * makes the next volume, then removes the one before; the highest revision wins.
 */
public final class SpecVolumes {

  private static final String ROLE = "spec";

  private final Volumes volumes;

  public SpecVolumes(Volumes volumes) {
    this.volumes = volumes;
  }

  /**
   * A spec that was found.
   *
   * @param spec the spec
   * @param createdAt when the cluster was first started
   * @param authority PEM of the cluster's certificate authority
   * @param counter the highest node numbers ever given
   * @param revision how often it was changed; 0: not kept yet
   * @param upgrade an upgrade that was begun and has not ended
   */
  public record Kept(
      ClusterSpec spec,
      Instant createdAt,
      String authority,
      NodeCounter counter,
      int revision,
      Optional<UpgradeRecord> upgrade) {

    /** A cluster that is not being upgraded. */
    public Kept(
        ClusterSpec spec, Instant createdAt, String authority, NodeCounter counter, int revision) {
      this(spec, createdAt, authority, counter, revision, Optional.empty());
    }

    /** A new cluster's. */
    public static Kept first(ClusterSpec spec, Instant createdAt, String authority) {
      return new Kept(spec, createdAt, authority, NodeCounter.ZERO, 0);
    }

    /** The same cluster with another spec. */
    public Kept with(ClusterSpec changed) {
      return new Kept(changed, createdAt, authority, counter, revision, upgrade);
    }

    /** The same cluster after these numbers were given. */
    public Kept with(NodeCounter given) {
      return new Kept(spec, createdAt, authority, given, revision, upgrade);
    }

    /** The same cluster in the middle of this upgrade. */
    public Kept with(UpgradeRecord begun) {
      return new Kept(spec, createdAt, authority, counter, revision, Optional.of(begun));
    }

    /** The same cluster when no upgrade is under way. */
    public Kept withoutUpgrade() {
      return new Kept(spec, createdAt, authority, counter, revision);
    }
  }

  /** Keeps this in place of its own former revision, and removes what is older. */
  public void put(ClusterName cluster, Kept kept) {
    int revision = kept.revision() + 1;
    Map<String, String> labels = new TreeMap<>(Labels.of(cluster, ROLE));
    labels.putAll(labels(kept));
    labels.put(Labels.REVISION, Integer.toString(revision));
    volumes.create(ObjectNames.spec(cluster, revision), labels);
    removeOlder(cluster, revision);
  }

  /** The labels that hold this, apart from its revision. */
  static Map<String, String> labels(Kept kept) {
    Map<String, String> labels = new TreeMap<>();
    labels.put(Labels.SPEC, SpecJson.write(kept.spec()));
    labels.put(Labels.CREATED, kept.createdAt().toString());
    labels.put(Labels.AUTHORITY, kept.authority());
    labels.put(Labels.COUNTER, kept.counter().text());
    kept.upgrade().ifPresent(upgrade -> labels.put(Labels.UPGRADE, upgrade.text()));
    return labels;
  }

  private void removeOlder(ClusterName cluster, int revision) {
    for (VolumeInfo volume : volumes.list(Labels.of(cluster))) {
      if (isSpec(volume) && revision(volume) < revision) {
        volumes.remove(volume.name());
      }
    }
  }

  /**
   * The newest spec among these volumes of one cluster.
   *
   * @throws ClusterException with {@link Problem.Code#INVALID_SPEC} when it cannot be read, as that
   *     of a later Coracle
   */
  public static Optional<Kept> newest(List<VolumeInfo> ofCluster) {
    return ofCluster.stream()
        .filter(SpecVolumes::isSpec)
        .max(Comparator.comparingInt(SpecVolumes::revision))
        .map(SpecVolumes::read);
  }

  private static Kept read(VolumeInfo volume) {
    String cluster = volume.labels().getOrDefault(Labels.CLUSTER, "");
    return Legible.read(
        () -> read(volume.labels(), revision(volume)), reason -> unreadable(cluster, reason));
  }

  private static Problem unreadable(String cluster, String reason) {
    return Problem.of(
        Problem.Code.INVALID_SPEC,
        "What is kept of cluster \"%s\" cannot be read: %s.".formatted(cluster, reason),
        "Use the Coracle that made it, or remove it with `coracle delete %s`.".formatted(cluster));
  }

  private static boolean isSpec(VolumeInfo volume) {
    return volume.labels().containsKey(Labels.SPEC);
  }

  private static int revision(VolumeInfo volume) {
    return Integer.parseInt(volume.labels().getOrDefault(Labels.REVISION, "0"));
  }

  /** What these labels hold. */
  static Kept read(Map<String, String> labels, int revision) {
    return new Kept(
        SpecJson.read(labels.getOrDefault(Labels.SPEC, "{}")),
        Instant.parse(labels.getOrDefault(Labels.CREATED, Instant.EPOCH.toString())),
        labels.getOrDefault(Labels.AUTHORITY, ""),
        NodeCounter.parse(labels.getOrDefault(Labels.COUNTER, "")),
        revision,
        UpgradeRecord.parse(labels.getOrDefault(Labels.UPGRADE, "")));
  }
}
