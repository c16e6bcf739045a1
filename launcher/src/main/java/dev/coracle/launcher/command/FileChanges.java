package dev.coracle.launcher.command;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.config.ClusterFile;
import dev.coracle.cluster.config.Place;
import dev.coracle.cluster.config.SpecChange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What it takes to make an existing cluster match a file.
 *
 * @param file the file
 * @param changes every difference
 */
record FileChanges(ClusterFile file, List<SpecChange> changes) {

  FileChanges {
    changes = List.copyOf(changes);
  }

  /** Where the file asks for this, as an editor can open it; or that it does not say it. */
  String where(SpecChange change) {
    return place(change)
        .map(place -> "%s:%s".formatted(file.file(), place))
        .orElse("%s does not say it".formatted(file.file()));
  }

  Optional<Place> place(SpecChange change) {
    return file.placeOf(change.field());
  }

  private List<SpecChange> impossible() {
    return changes.stream().filter(change -> !change.isPossible()).toList();
  }

  boolean arePossible() {
    return impossible().isEmpty();
  }

  /**
   * @throws ClusterException with {@link Problem.Code#CANNOT_CHANGE_LIVE} when something cannot
   *     change, with the lines that ask for it
   */
  void requirePossible(ClusterName name) {
    if (!arePossible()) {
      throw new ClusterException(
          Problem.of(
                  Problem.Code.CANNOT_CHANGE_LIVE,
                  "Cluster \"%s\" exists, and %d of what is asked cannot change on it."
                      .formatted(name, impossible().size()),
                  "Correct the lines below, or delete the cluster and apply the file anew.")
              .withOutput(
                  impossible().stream()
                      .map(change -> "%s: %s".formatted(where(change), change))
                      .collect(Collectors.joining("\n"))));
    }
  }
}
