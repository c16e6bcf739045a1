package dev.coracle.gui.explorer.object;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.resources.KubeObject;
import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.ObjectText;
import dev.coracle.gui.explorer.object.TextDiff.Line;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The YAML of one object, which may be edited, and what that would change. */
final class ManifestEditor {

  private final String kind;
  private final ObjectName id;
  private final StringProperty text = new SimpleStringProperty("");
  private final StringProperty original = new SimpleStringProperty("");
  private final BooleanBinding edited = text.isNotEqualTo(original);
  private final ReadOnlyObjectWrapper<@Nullable List<Line>> review = new ReadOnlyObjectWrapper<>();

  ManifestEditor(String kind, ObjectName id) {
    this.kind = kind;
    this.id = id;
    text.addListener(_ -> review.set(null));
  }

  StringProperty textProperty() {
    return text;
  }

  BooleanBinding editedProperty() {
    return edited;
  }

  ReadOnlyObjectProperty<@Nullable List<Line>> reviewProperty() {
    return review.getReadOnlyProperty();
  }

  /** The object as it is; an edited text is given up. */
  void keep(KubeObject fresh) {
    String written = ObjectText.write(fresh);
    original.set(written);
    text.set(written);
  }

  /** Shows what the server would make of the edited text. */
  void review(String after) {
    review.set(TextDiff.of(original.get(), after));
  }

  /**
   * The one object that the text holds, which must still be this one.
   *
   * @throws ClusterException with {@code INVALID_SPEC} otherwise
   */
  KubeObject parsed(String wanted) {
    List<KubeObject> objects = ObjectText.read(wanted);
    if (objects.size() != 1
        || !objects.getFirst().id().equals(id)
        || !objects.getFirst().kind().equals(kind)) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.INVALID_SPEC,
              "The text is no longer %s %s.".formatted(kind, id),
              "Keep its kind, name and namespace; create other objects from the table's page."));
    }
    return objects.getFirst();
  }
}
