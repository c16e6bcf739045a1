package dev.coracle.gui.snapshots;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterService;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.Snapshot;
import dev.coracle.cluster.Snapshots;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.operation.OperationViewModel;
import dev.coracle.gui.operation.SnapshotOperations;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What clusters can be made of that do not exist: files, and snapshots of those deleted. */
public final class BringBackViewModel {

  private final SnapshotOperations operations;
  private final SnapshotList list;

  /** Nothing is read until {@link #reload}. */
  public BringBackViewModel(
      Snapshots service,
      SnapshotOperations operations,
      ClusterService clusters,
      Background background) {
    this.operations = operations;
    this.list = new SnapshotList(() -> ofGone(service, clusters), background);
  }

  private static List<Snapshot> ofGone(Snapshots service, ClusterService clusters) {
    Set<ClusterName> present =
        clusters.list().stream().map(Cluster::name).collect(Collectors.toSet());
    return service.list().stream().filter(it -> !present.contains(it.cluster())).toList();
  }

  /** The snapshots of clusters that are gone, the newest first. */
  public ObservableList<Snapshot> gone() {
    return list.items();
  }

  /** Why the last thing that was asked was not done; null when it was. */
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return list.problemProperty();
  }

  /** Reads them anew. */
  public void reload() {
    list.reload();
  }

  /** Brings a cluster back as it was. */
  public Optional<OperationViewModel> restore(Snapshot snapshot) {
    return list.begin(
        () -> operations.restore(snapshot.cluster(), snapshot.name()), list::complain);
  }

  /** Removes a snapshot. */
  public Optional<OperationViewModel> delete(Snapshot snapshot) {
    return list.begin(() -> operations.delete(snapshot.cluster(), snapshot.name()), list::complain);
  }

  /** Makes a cluster of a file; empty when the file or the name is none, as the problem says. */
  public Optional<OperationViewModel> importFrom(String file, String as, boolean keepCredentials) {
    return list.begin(
        () ->
            operations.importFrom(
                FileName.parse(file), new ClusterName(as.strip()), keepCredentials),
        list::complain);
  }
}
