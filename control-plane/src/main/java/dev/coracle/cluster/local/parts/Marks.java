package dev.coracle.cluster.local.parts;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.Volumes.VolumeInfo;
import dev.coracle.cluster.layout.Labels;
import dev.coracle.cluster.layout.ObjectNames;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the empty volumes beside a cluster's nodes tell: each marks a change while it goes on, so
 * one that a killed process left is found.
 *
 * @param unfinished whether the cluster's creation was begun and has not ended
 * @param moving whether a change of its control planes was
 * @param restoring whether a restore was
 * @param stopsAt when it is to stop by itself, or was to
 * @param unreadable why its settings cannot be read, if they cannot
 */
public record Marks(
    boolean unfinished,
    boolean moving,
    boolean restoring,
    Optional<Instant> stopsAt,
    Optional<Problem> unreadable) {

  /** Those of a cluster that is about to be made. */
  static final Marks NEW = new Marks(true, false, false, Optional.empty(), Optional.empty());

  /** Those of a cluster of which everything is settled. */
  public static final Marks NONE =
      new Marks(false, false, false, Optional.empty(), Optional.empty());

  static Marks of(ClusterName name, List<VolumeInfo> volumes) {
    Set<String> names = volumes.stream().map(VolumeInfo::name).collect(Collectors.toSet());
    return new Marks(
        names.contains(ObjectNames.unfinished(name)),
        names.contains(ObjectNames.transition(name)),
        names.contains(ObjectNames.restoring(name)) || names.contains(ObjectNames.restored(name)),
        stopsAt(volumes),
        Optional.empty());
  }

  /** The same of a cluster whose settings cannot be read. */
  Marks withUnreadable(Problem why) {
    return new Marks(unfinished, moving, restoring, stopsAt, Optional.of(why));
  }

  private static Optional<Instant> stopsAt(List<VolumeInfo> volumes) {
    return volumes.stream()
        .flatMap(volume -> Optional.ofNullable(volume.labels().get(Labels.STOPS_AT)).stream())
        .map(Instant::parse)
        .findFirst();
  }
}
