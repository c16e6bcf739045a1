package dev.coracle.gui.create;

import atlantafx.base.theme.Styles;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.translation.LibraryTexts;
import dev.coracle.gui.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/**
 * A field with its name at the left and, at the right, a hint or what is wrong: the complaint
 * stands where the hint stood, so nothing moves.
 */
final class FormRow {

  private final Region input;
  private final Label name;
  private final Label note = new Label();
  private final LibraryTexts library;

  FormRow(Field field, Region input, Texts texts) {
    this.input = input;
    this.library = texts.library();
    this.name = new Label(texts.of("create.field", field));
    String id = field.name().toLowerCase(Locale.ROOT).replace('_', '-');
    input.setId("create-" + id);
    input.setMaxWidth(Double.MAX_VALUE);
    input.setAccessibleText(name.getText());
    name.setLabelFor(input);
    note.setId("note-" + id);
    note.setWrapText(true);
    note.setMinHeight(44);
    note.setMaxHeight(44);
  }

  private String words(Problem problem) {
    return library.said(problem.summary()) + " " + library.said(problem.advice());
  }

  void addTo(GridPane grid, int row) {
    grid.addRow(row, name, input, note);
    GridPane.setValignment(note, VPos.CENTER);
  }

  /** Whether it takes part in the form. */
  void setVisible(boolean visible) {
    for (Node part : List.of(name, input, note)) {
      part.setVisible(visible);
      part.setManaged(visible);
    }
  }

  /**
   * Shows what is wrong, or else this hint.
   *
   * @param counts whether the field has a say; it can be filled in only then
   */
  void show(Optional<Problem> problem, String hint, boolean counts) {
    name.setDisable(!counts);
    input.setDisable(!counts);
    note.setText(problem.map(this::words).orElse(hint));
    note.getStyleClass()
        .setAll(
            "label", Styles.TEXT_SMALL, problem.isPresent() ? Styles.DANGER : Styles.TEXT_MUTED);
    if (input instanceof Control control) {
      control.pseudoClassStateChanged(Styles.STATE_DANGER, problem.isPresent());
    }
  }
}
