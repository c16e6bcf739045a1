package dev.coracle.gui.explorer;

import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.ResourceEvent;
import dev.coracle.cluster.resources.ResourceKind;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.explorer.object.ObjectViewModel;
import dev.coracle.gui.live.ClusterConnection;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The object that is looked at instead of the table, and those that were left with edited texts.
 */
final class OpenedObject {

  private final ClusterConnection connection;
  private final Background background;
  private final ReadOnlyObjectWrapper<@Nullable ObjectViewModel> opened =
      new ReadOnlyObjectWrapper<>();
  private final EditedObjects edited = new EditedObjects();

  OpenedObject(ClusterConnection connection, Background background) {
    this.connection = connection;
    this.background = background;
  }

  ReadOnlyObjectProperty<@Nullable ObjectViewModel> property() {
    return opened.getReadOnlyProperty();
  }

  void look(ResourceKind kind, ObjectName id) {
    ObjectViewModel object =
        edited
            .take(kind, id)
            .orElseGet(() -> new ObjectViewModel(kind, id, connection::require, background));
    object.refresh();
    opened.set(object);
  }

  /** Looks at none; a text that is not saved comes back with its object. */
  void leave() {
    ObjectViewModel left = opened.get();
    if (left != null) {
      edited.leave(left);
    }
    opened.set(null);
  }

  /** Nobody looks for a while; what would be lost stays. */
  void rest() {
    if (!isBusy()) {
      opened.set(null);
    }
  }

  private boolean isBusy() {
    ObjectViewModel object = opened.get();
    return object != null && (object.editedProperty().get() || object.isHeld());
  }

  /** Passes on what a watch told of the kind's objects. */
  void tell(List<ResourceEvent> events) {
    ObjectViewModel object = opened.get();
    if (object != null) {
      events.forEach(event -> tell(object, event));
    }
  }

  private static void tell(ObjectViewModel object, ResourceEvent event) {
    switch (event) {
      case ResourceEvent.Snapshot _ -> object.refresh();
      case ResourceEvent.Changed(var row) when row.id().equals(object.id()) -> object.refresh();
      case ResourceEvent.Removed(var id) when id.equals(object.id()) -> object.lost();
      case ResourceEvent.Changed _, ResourceEvent.Removed _ -> {}
    }
  }
}
