package dev.coracle.gui.desk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A box to choose one of several names, or none, where none means something of its own. */
public final class NameBox extends ComboBox<String> {

  /** No name, inside the box only. */
  private static final String NONE = "";

  private final ObjectProperty<Optional<String>> chosen;

  /** A box for this choice; when nothing is chosen it reads {@code whenNone}. */
  public NameBox(
      String id, String label, String whenNone, ObjectProperty<Optional<String>> chosen) {
    this.chosen = chosen;
    setId(id);
    setAccessibleText(label);
    setMinWidth(USE_PREF_SIZE);
    setPrefWidth(170);
    setConverter(new Names(whenNone));
    chosen.subscribe(name -> setValue(name.orElse(NONE)));
    valueProperty().subscribe(this::choose);
  }

  /** Offers these names. */
  public void offer(List<String> names) {
    if (!getItems().equals(names)) {
      Optional<String> before = chosen.get();
      getItems().setAll(names);
      chosen.set(before);
      setValue(before.orElse(NONE));
    }
  }

  /** Offers these names, and none of them. */
  public void offerOrNone(List<String> names) {
    offer(Stream.concat(Stream.of(NONE), names.stream()).toList());
  }

  /** The box empties itself for a moment while its names change; that is no choice. */
  private void choose(@Nullable String name) {
    if (name != null) {
      chosen.set(Optional.of(name).filter(it -> !it.equals(NONE)));
    }
  }

  /** A name as the box shows it. */
  private static final class Names extends StringConverter<String> {

    private final String whenNone;

    Names(String whenNone) {
      this.whenNone = whenNone;
    }

    @Override
    public String toString(@Nullable String name) {
      return name == null || name.equals(NONE) ? whenNone : name;
    }

    @Override
    public String fromString(String text) {
      return text;
    }
  }
}
