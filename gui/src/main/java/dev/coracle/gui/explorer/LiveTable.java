package dev.coracle.gui.explorer;

import dev.coracle.cluster.resources.ResourceEvent;
import dev.coracle.cluster.resources.ResourceKind;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.live.ClusterConnection;
import dev.coracle.gui.live.TableFeed;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The objects of one kind as rows that follow the cluster, one kind after another. */
final class LiveTable {

  private final ClusterConnection connection;
  private final Background background;
  private final Consumer<List<ResourceEvent>> onEvents;
  private final SearchableRows rows = new SearchableRows();
  private final ReadOnlyObjectWrapper<@Nullable TableLayout> layout = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private @Nullable TableFeed feed;

  /**
   * A table without rows.
   *
   * @param onEvents takes what came, once the rows show it
   */
  LiveTable(
      ClusterConnection connection, Background background, Consumer<List<ResourceEvent>> onEvents) {
    this.connection = connection;
    this.background = background;
    this.onEvents = onEvents;
  }

  SearchableRows rows() {
    return rows;
  }

  /** What is shown of the rows; null before the first. */
  ReadOnlyObjectProperty<@Nullable TableLayout> layoutProperty() {
    return layout.getReadOnlyProperty();
  }

  /** Whether the first rows are still on their way. */
  ReadOnlyBooleanProperty loadingProperty() {
    return loading.getReadOnlyProperty();
  }

  /** Rows are on their way. */
  void expect() {
    loading.set(true);
  }

  /** No rows will come. */
  void expectNothing() {
    loading.set(false);
  }

  /** Shows the objects of a kind, of one namespace or, when that is blank, of all. */
  void watch(ResourceKind kind, String namespace) {
    stop();
    expect();
    rows.clear();
    feed =
        new TableFeed(
                background,
                events -> arrived(events, kind, namespace),
                connection.unlessClosed(connection::fail))
            .open(connection.require(), kind, namespace);
  }

  /** Follows the cluster no more; the rows stay. */
  void stop() {
    if (feed != null) {
      feed.close();
      feed = null;
    }
  }

  private void arrived(List<ResourceEvent> events, ResourceKind kind, String namespace) {
    rows.applyAll(events);
    for (ResourceEvent event : events) {
      if (event instanceof ResourceEvent.Snapshot(var table)) {
        loading.set(false);
        boolean several = kind.namespaced() && namespace.isEmpty();
        layout.set(new TableLayout(kind, several, table.columns()));
      }
    }
    onEvents.accept(events);
  }
}
