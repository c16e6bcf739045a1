package dev.coracle.gui.create;

import atlantafx.base.controls.Spacer;
import atlantafx.base.layout.InputGroup;
import atlantafx.base.theme.Styles;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The command and the file that do what the form would do, to copy. */
final class EquivalentView extends VBox {

  private final CreateViewModel model;
  private final Desk desk;
  private final Texts texts;
  private final TextArea text = new TextArea();
  private final ToggleGroup forms = new ToggleGroup();
  private final ToggleButton command;
  private final ToggleButton yaml;

  EquivalentView(CreateViewModel model, Desk desk, Texts texts) {
    super(8);
    this.model = model;
    this.desk = desk;
    this.texts = texts;
    command = choice("create-command", "create.command");
    yaml = choice("create-yaml", "create.yaml");
    command.setSelected(true);
    text.setEditable(false);
    text.setWrapText(true);
    text.setPrefRowCount(3);
    text.setPromptText(texts.get("create.equivalent.invalid"));
    text.setId("create-equivalent");
    text.setAccessibleText(texts.get("create.equivalent"));
    text.getStyleClass().add("mono");
    getChildren().addAll(header(), text);
    model.revisionProperty().subscribe(_ -> show());
  }

  private HBox header() {
    Label title = new Label(texts.get("create.equivalent"));
    title.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    HBox header =
        new HBox(
            8,
            title,
            new Spacer(),
            new InputGroup(command, yaml),
            Buttons.icon(
                "create-copy",
                MaterialDesignC.CONTENT_COPY,
                texts.get("action.copy"),
                () -> desk.copy(text.getText())));
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  private ToggleButton choice(String id, String key) {
    ToggleButton choice = new ToggleButton(texts.get(key));
    choice.setId(id);
    choice.setToggleGroup(forms);
    choice.getStyleClass().add(Styles.SMALL);
    choice.setOnAction(
        _ -> {
          choice.setSelected(true);
          show();
        });
    return choice;
  }

  private void show() {
    text.setText(!model.valid() ? "" : yaml.isSelected() ? model.yaml() : model.command());
  }
}
