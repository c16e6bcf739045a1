package dev.coracle.gui.explorer;

import dev.coracle.cluster.resources.ClusterResources;
import dev.coracle.cluster.resources.ResourceEvent;
import dev.coracle.cluster.resources.ResourceKind;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.live.RowList;
import dev.coracle.gui.live.TableFeed;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The namespaces of a cluster, live. */
final class Namespaces {

  private final Background background;
  private final RowList rows = new RowList();
  private final ReadOnlyObjectWrapper<List<String>> names = new ReadOnlyObjectWrapper<>(List.of());
  private @Nullable TableFeed feed;

  Namespaces(Background background) {
    this.background = background;
  }

  ReadOnlyObjectProperty<List<String>> namesProperty() {
    return names.getReadOnlyProperty();
  }

  void follow(ClusterResources resources, ResourceKind kind) {
    close();
    feed = new TableFeed(background, this::arrived, _ -> {}).open(resources, kind, "");
  }

  void close() {
    if (feed != null) {
      feed.close();
      feed = null;
    }
  }

  private void arrived(List<ResourceEvent> events) {
    rows.applyAll(events);
    names.set(rows.stream().map(row -> row.id().name()).toList());
  }
}
