package dev.coracle.cluster.local.snapshot;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.SnapshotName;
import dev.coracle.cluster.bootstrap.StepProgress;
import dev.coracle.cluster.engine.Images.ImageInfo;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.SnapshotRecord;
import dev.coracle.cluster.layout.SnapshotVolumes;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.local.step.ImageProgress;
import dev.coracle.cluster.snapshot.Copier;
import dev.coracle.cluster.snapshot.Copier.Direction;
import dev.coracle.image.BuildListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The copies of one cluster's snapshots: what saving, restoring and removing have in common. */
public final class Copies {

  /** The longest that one copy may take: half a terabyte at a laptop's pace. */
  static final Duration LIMIT = Duration.ofHours(1);

  private final Tools tools;
  private final ClusterName cluster;
  private final Copier copier;

  /** Those of this cluster's snapshots. */
  public Copies(Tools tools, ClusterName cluster) {
    this.tools = tools;
    this.cluster = cluster;
    this.copier = new Copier(tools.engine().containers(), cluster);
  }

  Copier copier() {
    return copier;
  }

  /** The records of every cluster's snapshots. */
  public SnapshotVolumes records() {
    return new SnapshotVolumes(tools.engine().volumes());
  }

  /** Where a snapshot lies among the copies. */
  String path(SnapshotName name) {
    return cluster + "/" + name;
  }

  /** A verb of the script about a snapshot and these nodes. */
  String run(String verb, SnapshotName name, List<NodeIdentity> nodes) {
    return copier.run(verb, words(path(name), nodes));
  }

  /** A verb of the script about a snapshot of whichever cluster, by its path, and these nodes. */
  void run(String verb, String path, List<NodeIdentity> nodes) {
    copier.run(verb, words(path, nodes));
  }

  /** A verb of the script about these nodes alone. */
  void run(String verb, List<NodeIdentity> nodes) {
    copier.run(verb, names(nodes).toArray(String[]::new));
  }

  private static String[] words(String first, List<NodeIdentity> nodes) {
    return Stream.concat(Stream.of(first), names(nodes).stream()).toArray(String[]::new);
  }

  static List<String> names(List<NodeIdentity> nodes) {
    return nodes.stream().map(NodeIdentity::name).toList();
  }

  /** The snapshot of this name. */
  public SnapshotRecord require(SnapshotName name) {
    return records()
        .find(cluster, name)
        .orElseThrow(
            () ->
                new ClusterException(
                    Problem.of(
                        Problem.Code.SNAPSHOT_NOT_FOUND,
                        "Cluster \"%s\" has no snapshot \"%s\".".formatted(cluster, name),
                        known())));
  }

  private String known() {
    List<String> names = records().names(cluster);
    return names.isEmpty()
        ? "It has none; `coracle snapshot list` shows those of other clusters."
        : "Its snapshots are: " + String.join(", ", names) + ".";
  }

  /** Removes every copy of the cluster that has no record, and what belonged to it alone. */
  public void tidy() {
    if (records().isEmpty() && removeAll()) {
      return;
    }
    List<String> arguments = new ArrayList<>(List.of(cluster.value()));
    arguments.addAll(records().names(cluster));
    copier.start(anyImage(), List.of(), Direction.SAVE, List.of());
    try {
      copier.run("discard", arguments.toArray(String[]::new));
    } finally {
      copier.remove();
    }
  }

  /** With no snapshot left, the volume goes as a whole, unless another cluster is being saved. */
  private boolean removeAll() {
    try {
      records().removeCopies();
      return true;
    } catch (ClusterException _) {
      return false;
    }
  }

  /** An image that a copier can be made from: any node image will do. */
  String anyImage() {
    return tools.images().list().stream()
        .map(ImageInfo::references)
        .flatMap(List::stream)
        .findFirst()
        .orElseGet(
            () ->
                tools
                    .images()
                    .ensure(
                        tools.images().versions().getFirst(), Optional.empty(), BuildListener.NONE)
                    .reference());
  }

  /** This image of nodes if the engine has it, else one of this version. */
  String image(Optional<String> known, KubernetesVersion version, StepProgress progress) {
    return known
        .filter(image -> tools.engine().images().find(image).isPresent())
        .orElseGet(
            () ->
                tools
                    .images()
                    .ensure(version, Optional.empty(), new ImageProgress(progress))
                    .reference());
  }
}
