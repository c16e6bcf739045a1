package dev.coracle.gui.create;

import atlantafx.base.layout.InputGroup;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A few values side by side, of which one is always chosen. */
final class Choices {

  private Choices() {}

  /**
   * Buttons for these values.
   *
   * @param id the beginning of each button's id, followed by its value
   * @param name what stands on each
   */
  static <T> InputGroup of(
      List<T> values, ObjectProperty<T> chosen, String id, Function<T, String> name) {
    ToggleGroup group = new ToggleGroup();
    return new InputGroup(
        values.stream()
            .map(value -> choice(value, chosen, id, name.apply(value), group))
            .toArray(ToggleButton[]::new));
  }

  private static <T> ToggleButton choice(
      T value, ObjectProperty<T> chosen, String id, String name, ToggleGroup group) {
    ToggleButton choice = new ToggleButton(name);
    choice.setId(id + value);
    choice.setToggleGroup(group);
    choice.setSelected(value.equals(chosen.get()));
    choice.setMaxWidth(Double.MAX_VALUE);
    // A second click would leave nothing chosen.
    choice.setOnAction(
        _ -> {
          choice.setSelected(true);
          chosen.set(value);
        });
    HBox.setHgrow(choice, Priority.ALWAYS);
    return choice;
  }
}
