package dev.coracle.gui.addons;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.resources.ClusterResources;
import dev.coracle.cluster.resources.KubeObject;
import dev.coracle.cluster.resources.ResourceKind;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.live.ClusterConnection;
import dev.coracle.gui.live.TableFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The add-ons of one cluster, live while somebody looks. */
public final class AddonsViewModel {

  private final ClusterConnection connection;
  private final Background background;
  private final ObservableList<AddonRow> rows = FXCollections.observableArrayList();
  private final List<TableFeed> feeds = new ArrayList<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

  /** The add-ons behind this connection; nothing is asked until {@link #open}. */
  public AddonsViewModel(ClusterConnection connection, Background background) {
    this.connection = connection;
    this.background = background;
    connection.onOpen(this::follow);
    connection.problemProperty().subscribe(why -> problem.set(why));
  }

  /** All of them, whether the cluster has them or not; none before the first answer. */
  ObservableList<AddonRow> rows() {
    return rows;
  }

  /** Why nothing can be told; null when it can. */
  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether there are none yet, since nobody has run kubeadm in the cluster's bare nodes. */
  ReadOnlyBooleanProperty waitingProperty() {
    return connection.waitingProperty();
  }

  /** The cluster. */
  ClusterName cluster() {
    return connection.cluster();
  }

  /** Asks the API, until {@link #close}. */
  public void open() {
    connection.open();
  }

  /** Asks no more; what was told stays. */
  public void close() {
    feeds.forEach(TableFeed::close);
    feeds.clear();
    connection.close();
  }

  /** A change of a workload tells that there is something new; rows are too short to say what. */
  private void follow(ClusterResources resources, List<ResourceKind> kinds) {
    Stream.of(Addon.values())
        .map(Addon::plural)
        .distinct()
        .flatMap(plural -> ClusterConnection.kind(kinds, plural).stream())
        .forEach(
            kind ->
                feeds.add(
                    new TableFeed(background, _ -> read(kinds), problem::set)
                        .open(resources, kind, "")));
  }

  private void read(List<ResourceKind> kinds) {
    background.run(
        () -> Stream.of(Addon.values()).map(addon -> row(addon, kinds)).toList(),
        this::show,
        connection.unlessClosed(problem::set));
  }

  private AddonRow row(Addon addon, List<ResourceKind> kinds) {
    Optional<KubeObject> workload =
        ClusterConnection.kind(kinds, addon.plural())
            .flatMap(kind -> connection.require().find(kind, addon.id()));
    return AddonRow.of(addon, workload);
  }

  private void show(List<AddonRow> fresh) {
    problem.set(null);
    if (!fresh.equals(rows)) {
      rows.setAll(fresh);
    }
  }
}
