package dev.coracle.gui.explorer.object;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.resources.KubeObject;
import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.ObjectText;
import dev.coracle.gui.explorer.object.TextDiff.Line;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The YAML of one object, which may be edited, and what that would change. */
final class ManifestEditor {

  private final String kind;
  private final ObjectName id;
  private final StringProperty text = new SimpleStringProperty("");
  private final StringProperty original = new SimpleStringProperty("");
  private final BooleanBinding edited = text.isNotEqualTo(original);

  ManifestEditor(String kind, ObjectName id) {
    this.kind = kind;
    this.id = id;
  }

  StringProperty textProperty() {
    return text;
  }

  BooleanBinding editedProperty() {
    return edited;
  }

  /** The object as it is; an edited text is given up. */
  void keep(KubeObject fresh) {
    String written = ObjectText.write(fresh);
    original.set(written);
    text.set(written);
  }

  /** The difference between the object as it is and what the server would make of the text. */
  List<Line> differences(String after) {
    return TextDiff.of(original.get(), after);
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
