package dev.coracle.gui.explorer;

import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.ResourceKind;
import dev.coracle.gui.explorer.object.ObjectViewModel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Objects that were left while their text was edited and not saved; looked at again, it is there.
 */
final class EditedObjects {

  private record Key(ResourceKind kind, ObjectName id) {}

  private final Map<Key, ObjectViewModel> objects = new HashMap<>();

  void leave(ObjectViewModel object) {
    if (object.editedProperty().get()) {
      objects.put(new Key(object.kind(), object.id()), object);
    }
  }

  Optional<ObjectViewModel> take(ResourceKind kind, ObjectName id) {
    return Optional.ofNullable(objects.remove(new Key(kind, id)));
  }
}
