package dev.coracle.gui.snapshots;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.Snapshot;
import dev.coracle.cluster.SnapshotName;
import dev.coracle.cluster.Snapshots;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.clusters.ClusterViewModel;
import dev.coracle.gui.operation.OperationViewModel;
import dev.coracle.gui.operation.SnapshotOperations;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The snapshots of one cluster, read when asked, and what is made of them. */
public final class SnapshotsViewModel {

  private final ClusterViewModel cluster;
  private final SnapshotOperations operations;
  private final SnapshotList list;

  /** The snapshots of this cluster; nothing is read until {@link #reload}. */
  public SnapshotsViewModel(
      ClusterViewModel cluster,
      Snapshots service,
      SnapshotOperations operations,
      Background background) {
    this.cluster = cluster;
    this.operations = operations;
    this.list = new SnapshotList(() -> service.list(cluster.name()), background);
  }

  /** The cluster. */
  public ClusterName cluster() {
    return cluster.name();
  }

  /** Its snapshots, the newest first. */
  public ObservableList<Snapshot> snapshots() {
    return list.items();
  }

  /** Whether they were read at all. */
  ReadOnlyBooleanProperty knownProperty() {
    return list.knownProperty();
  }

  /** Why the last thing that was asked was not done; null when it was. */
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return list.problemProperty();
  }

  /** Whether something may be done now. */
  public BooleanBinding canAct() {
    return cluster.isFree();
  }

  /** Whether another cluster can be made: not of bare nodes, whose certificates are their own. */
  boolean canClone() {
    return !cluster.clusterProperty().get().spec().bare();
  }

  /** Reads them anew. */
  public void reload() {
    list.reload();
  }

  /**
   * Saves the cluster as it is now.
   *
   * @param name blank: one that is made of the time
   * @return empty when the name is none, which the problem says
   */
  public Optional<OperationViewModel> save(String name) {
    return list.begin(
        () ->
            operations.save(
                cluster(),
                name.isBlank() ? operations.nameOfNow() : new SnapshotName(name.strip())),
        list::complain);
  }

  /** Makes the cluster what it was. */
  public Optional<OperationViewModel> restore(Snapshot snapshot) {
    return list.begin(() -> operations.restore(cluster(), snapshot.name()), list::complain);
  }

  /** Removes a snapshot. */
  public Optional<OperationViewModel> delete(Snapshot snapshot) {
    return list.begin(() -> operations.delete(cluster(), snapshot.name()), list::complain);
  }

  /**
   * Writes a snapshot to a file.
   *
   * @param onRefused takes what is wrong with the file's name
   */
  Optional<OperationViewModel> export(Snapshot snapshot, String file, Consumer<Problem> onRefused) {
    return list.begin(
        () -> operations.export(cluster(), snapshot.name(), FileName.parse(file)), onRefused);
  }

  /**
   * Makes another cluster.
   *
   * @param source what of; empty: what the cluster is now
   * @param onRefused takes what is wrong with the name
   */
  Optional<OperationViewModel> copy(
      Optional<String> source, String as, boolean keepCredentials, Consumer<Problem> onRefused) {
    return list.begin(
        () ->
            operations.copy(
                cluster(),
                source.map(SnapshotName::new),
                new ClusterName(as.strip()),
                keepCredentials),
        onRefused);
  }
}
