package dev.coracle.gui.preferences;

import atlantafx.base.theme.Styles;
import dev.coracle.gui.preferences.PreferenceStore.StartDefault;
import dev.coracle.gui.text.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The options of new clusters, by the names that the command line has for them. */
final class StartDefaults extends VBox {

  private final PreferencesViewModel model;
  private final Texts texts;
  private final GridPane grid = new GridPane();

  StartDefaults(PreferencesViewModel model, Texts texts) {
    super(12);
    this.model = model;
    this.texts = texts;
    Label hint = new Label(texts.get("preferences.defaults.hint"));
    hint.setWrapText(true);
    hint.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    grid.getStyleClass().add("facts");
    ColumnConstraints inputs = new ColumnConstraints();
    inputs.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(new ColumnConstraints(180), inputs);
    getChildren().addAll(hint, grid);
    model.defaultsProperty().subscribe(this::fill);
  }

  private void fill(List<StartDefault> options) {
    grid.getChildren().clear();
    for (StartDefault option : options) {
      Label name = new Label(option.name());
      name.getStyleClass().add("mono");
      TextField field = field(option);
      name.setLabelFor(field);
      grid.addRow(grid.getRowCount(), name, field);
    }
  }

  private TextField field(StartDefault option) {
    TextField field = new TextField(option.value());
    field.setId("default-" + option.name());
    field.setAccessibleText(option.name());
    field.setPromptText(texts.get("preferences.defaults.own"));
    field.setOnAction(_ -> keep(option, field));
    field.focusedProperty().addListener((_, _, focused) -> keepUnless(focused, option, field));
    return field;
  }

  private void keepUnless(boolean focused, StartDefault option, TextField field) {
    if (!focused) {
      keep(option, field);
    }
  }

  private void keep(StartDefault option, TextField field) {
    if (!field.getText().strip().equals(option.value())) {
      model.startDefault(option.name(), field.getText());
    }
  }
}
