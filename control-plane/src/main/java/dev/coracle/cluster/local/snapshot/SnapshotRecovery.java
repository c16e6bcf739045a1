package dev.coracle.cluster.local.snapshot;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.SnapshotName;
import dev.coracle.cluster.bootstrap.Parallel;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.Volumes;
import dev.coracle.cluster.engine.Volumes.VolumeInfo;
import dev.coracle.cluster.layout.Labels;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.layout.SnapshotRecord;
import dev.coracle.cluster.local.parts.Inventory;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.snapshot.Copier;
import dev.coracle.cluster.snapshot.Copier.Direction;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes back or finishes what a process was about to do to a cluster when it was killed. To be
 * called with the cluster's lock held, when whatever is found has nobody who cares for it.
 */
public final class SnapshotRecovery {

  private final Tools tools;
  private final ClusterName cluster;
  private final Copies copies;

  /** Of this cluster; nothing is looked at yet. */
  public SnapshotRecovery(Tools tools, ClusterName cluster) {
    this.tools = tools;
    this.cluster = cluster;
    this.copies = new Copies(tools, cluster);
  }

  /** Leaves the cluster as if every snapshot and restore had ended well or never begun. */
  public void settle() {
    List<VolumeInfo> present = volumes().list(Labels.of(cluster, Restoring.ROLE));
    Optional<VolumeInfo> restored = find(present, ObjectNames.restored(cluster));
    Optional<VolumeInfo> restoring = find(present, ObjectNames.restoring(cluster));
    if (restored.isPresent()) {
      finishRestore(restored.get());
    } else if (restoring.isPresent()) {
      takeBackRestore(words(restoring.get().labels().getOrDefault(Labels.ADDED, "")));
    } else {
      takeBackCopy();
    }
  }

  private static Optional<VolumeInfo> find(List<VolumeInfo> markers, String name) {
    return markers.stream().filter(volume -> volume.name().equals(name)).findFirst();
  }

  private Volumes volumes() {
    return tools.engine().volumes();
  }

  private static List<String> words(String text) {
    return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  private void finishRestore(VolumeInfo marker) {
    SnapshotName name = new SnapshotName(marker.labels().getOrDefault(Labels.SNAPSHOT, ""));
    SnapshotRecord saved = copies.require(name);
    Switch change = new Switch(tools, saved, RestoredParts.of(tools, saved));
    copies
        .copier()
        .start(copies.anyImage(), Copies.names(saved.identities()), Direction.RESTORE, List.of());
    change.stop();
    change.putInPlace();
    change.clean();
  }

  /** Removes what a restore has copied, and the volumes of nodes that it added. */
  void takeBackRestore(List<String> added) {
    copies.copier().remove();
    Parallel.each(added, node -> volumes().remove(ObjectNames.node(cluster, node)));
    List<String> nodes = nodes();
    if (!nodes.isEmpty()) {
      copies.copier().start(copies.anyImage(), nodes, Direction.RESTORE, List.of());
      copies.copier().run("clean", nodes.toArray(String[]::new));
      copies.copier().remove();
    }
    volumes().remove(ObjectNames.restoring(cluster));
  }

  private List<String> nodes() {
    return new Inventory(tools.engine())
        .find(cluster)
        .map(parts -> Copies.names(parts.nodes()))
        .orElse(List.of());
  }

  /** A copy without a record is removed by the next removal. */
  private void takeBackCopy() {
    Containers containers = tools.engine().containers();
    containers
        .find(ObjectNames.copier(cluster))
        .ifPresent(
            left -> {
              containers.remove(left.name());
              Copier.frozenBy(left).stream().filter(this::isFrozen).forEach(containers::unpause);
            });
  }

  private boolean isFrozen(String container) {
    return tools
        .engine()
        .containers()
        .find(container)
        .filter(found -> found.state() == ContainerInfo.State.PAUSED)
        .isPresent();
  }
}
