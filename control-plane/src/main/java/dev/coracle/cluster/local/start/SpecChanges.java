package dev.coracle.cluster.local.start;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.config.SpecChange;
import dev.coracle.cluster.config.SpecChange.Kind;
import dev.coracle.cluster.config.SpecDiff;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Refuses what cannot differ between the spec of an existing cluster and the one that is wanted.
 * Whatever is not applied is refused by name, never passed over.
 */
public final class SpecChanges {

  /** A start changes what there is; it neither adds nor removes anything. */
  private static final Set<Kind> NOT_BY_START =
      Set.of(Kind.FIXED, Kind.VERSION, Kind.NODES, Kind.PORTS, Kind.LATER_NODES);

  private SpecChanges() {}

  /**
   * Refuses what a start cannot change.
   *
   * @throws ClusterException with {@link Problem.Code#CANNOT_CHANGE_LIVE}
   */
  static void check(ClusterName name, ClusterSpec present, ClusterSpec wanted) {
    refuse(name, present, wanted, NOT_BY_START);
  }

  /**
   * Refuses what cannot change while the cluster exists.
   *
   * @throws ClusterException with {@link Problem.Code#CANNOT_CHANGE_LIVE}
   */
  public static void checkPossible(ClusterName name, ClusterSpec present, ClusterSpec wanted) {
    refuse(name, present, wanted, Set.of(Kind.FIXED));
  }

  private static void refuse(
      ClusterName name, ClusterSpec present, ClusterSpec wanted, Set<Kind> kinds) {
    List<SpecChange> refused =
        SpecDiff.between(present, wanted).stream()
            .filter(change -> kinds.contains(change.kind()))
            .toList();
    if (!refused.isEmpty()) {
      throw refused(name, refused);
    }
  }

  private static ClusterException refused(ClusterName name, List<SpecChange> refused) {
    String what =
        refused.stream().map(SpecChanges::describe).distinct().collect(Collectors.joining("; "));
    String ways =
        refused.stream().map(SpecChanges::way).distinct().collect(Collectors.joining("; or "));
    return new ClusterException(
        Problem.of(
            Problem.Code.CANNOT_CHANGE_LIVE,
            "Cluster \"%s\" exists, and this cannot change on it: %s.".formatted(name, what),
            "Leave the option away, or %s.".formatted(ways)));
  }

  private static String describe(SpecChange change) {
    return "%s from %s to %s (%s)"
        .formatted(change.field(), change.from(), change.to(), change.option());
  }

  private static String way(SpecChange change) {
    return switch (change.kind()) {
      case VERSION -> "use `coracle upgrade`";
      case NODES ->
          "use `coracle node add` and `node remove`, or `coracle apply -f` with a cluster file";
      case PORTS -> "use `coracle port add` and `port remove`";
      case LIMITS, MARKS, AUTO_PAUSE, SURROUNDINGS, LATER_NODES ->
          "use `coracle apply -f` with a cluster file";
      case FIXED ->
          change.option().equals("--mount")
              ? "add nodes of another pool with it: `coracle node add --pool NAME --mount ...`"
              : "delete the cluster and start it anew with this option";
    };
  }
}
