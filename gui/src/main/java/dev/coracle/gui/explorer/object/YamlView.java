package dev.coracle.gui.explorer.object;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.desk.DialogFrame;
import dev.coracle.gui.explorer.object.TextDiff.Line;
import dev.coracle.gui.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** An object's YAML: edited, shown as the difference that the server would make, then kept. */
final class YamlView extends VBox {

  private final ObjectViewModel model;
  private final Desk desk;
  private final Texts texts;

  YamlView(ObjectViewModel model, Desk desk, Texts texts) {
    super(12);
    this.model = model;
    this.desk = desk;
    this.texts = texts;
    getStyleClass().add("yaml");
    TextArea area = new TextArea();
    area.setId("object-yaml");
    area.setAccessibleText("YAML");
    area.getStyleClass().add("mono");
    area.textProperty().bindBidirectional(model.textProperty());
    VBox.setVgrow(area, Priority.ALWAYS);
    getChildren().addAll(area, toolbar());
  }

  private HBox toolbar() {
    Label state = new Label();
    state.getStyleClass().add(Styles.TEXT_MUTED);
    model
        .editedProperty()
        .subscribe(edited -> state.setText(texts.get(edited ? "yaml.edited" : "yaml.unchanged")));
    Button copy =
        Buttons.icon(
            "yaml-copy",
            MaterialDesignC.CONTENT_COPY,
            texts.get("action.copy"),
            () -> desk.copy(model.textProperty().get()));
    Button revert = Buttons.text("yaml-revert", texts.get("yaml.revert"), model::revert);
    Button check = Buttons.primary("yaml-check", texts.get("yaml.check"), this::check);
    revert.disableProperty().bind(model.editedProperty().not());
    check.disableProperty().bind(model.editedProperty().not().or(model.unavailable()));
    HBox bar = new HBox(8, state, new Spacer(), copy, revert, check);
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private void check() {
    model.check(this::review);
  }

  private void review(List<Line> lines) {
    Button cancel = Buttons.text("review-cancel", texts.get("action.cancel"), desk::closeDialog);
    cancel.setCancelButton(true);
    Button save = Buttons.primary("review-save", texts.get("yaml.save"), this::save);
    save.setDisable(lines.isEmpty());
    DialogFrame frame =
        new DialogFrame(texts.get("yaml.review", model.id().name()), body(lines), 720);
    desk.showDialog(frame.buttons(cancel, save));
  }

  private void save() {
    desk.closeDialog();
    model.save();
  }

  private Region body(List<Line> lines) {
    if (lines.isEmpty()) {
      return new Label(texts.get("yaml.nothing"));
    }
    ListView<Line> list = new ListView<>();
    list.getItems().setAll(lines);
    list.setCellFactory(_ -> new LineCell());
    list.setFixedCellSize(22);
    list.setPrefHeight(Math.min(420, lines.size() * 22 + 12));
    list.setId("review-lines");
    list.getStyleClass().addAll("log-lines", "mono", "diff");
    return list;
  }

  /** A line with the colour of what became of it. */
  private static final class LineCell extends ListCell<Line> {

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
      super.updateItem(line, empty);
      getStyleClass().removeIf(style -> style.startsWith("diff-"));
      getStyleClass().add("diff-line");
      setText(line == null ? "" : line.marked());
      if (line != null) {
        getStyleClass().add("diff-" + line.change().name().toLowerCase(Locale.ROOT));
      }
    }
  }
}
