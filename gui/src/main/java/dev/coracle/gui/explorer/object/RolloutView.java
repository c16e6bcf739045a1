package dev.coracle.gui.explorer.object;

import dev.coracle.cluster.resources.Revision;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Columns;
import dev.coracle.gui.desk.Confirmation;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.desk.Notice;
import dev.coracle.gui.text.Figures;
import dev.coracle.gui.text.Texts;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The revisions of a workload, and the button that uses one again. */
final class RolloutView extends VBox {

  private final RolloutViewModel model;
  private final Desk desk;
  private final Texts texts;
  private final TableView<Revision> table;

  RolloutView(RolloutViewModel model, Desk desk, Texts texts, ObservableValue<Instant> now) {
    super(12);
    this.model = model;
    this.desk = desk;
    this.texts = texts;
    table = Columns.table("revisions", texts.get("object.tab.history"), texts.get("rollout.none"));
    table.setItems(model.revisions());
    table.getColumns().add(Columns.text(texts.get("rollout.revision"), 90, this::number));
    table
        .getColumns()
        .add(Columns.text(texts.get("rollout.images"), 220, it -> String.join(", ", it.images())));
    table
        .getColumns()
        .add(Columns.text(texts.get("describe.created"), 120, it -> age(it, now.getValue())));
    table.getColumns().add(Columns.text(texts.get("rollout.cause"), 120, Revision::cause));
    Notice notice = new Notice(texts.library());
    model.problemProperty().subscribe(notice::show);
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren().addAll(notice, table, toolbar());
  }

  void shown() {
    model.refresh();
  }

  private String number(Revision revision) {
    return revision.current()
        ? texts.get("rollout.current", revision.number())
        : String.valueOf(revision.number());
  }

  private String age(Revision revision, Instant now) {
    return revision.created().equals(Instant.EPOCH)
        ? ""
        : Figures.age(texts, Duration.between(revision.created(), now));
  }

  private HBox toolbar() {
    Button undo = Buttons.text("rollout-undo", texts.get("rollout.undo"), this::ask);
    undo.disableProperty()
        .bind(table.getSelectionModel().selectedItemProperty().map(Revision::current).orElse(true));
    HBox bar = new HBox(undo);
    bar.setAlignment(Pos.CENTER_RIGHT);
    return bar;
  }

  private void ask() {
    Revision revision = table.getSelectionModel().getSelectedItem();
    Confirmation.ask(
        desk,
        texts,
        texts.get("rollout.undo.title", model.name(), revision.number()),
        texts.get("rollout.undo.text"),
        texts.get("rollout.undo"),
        () -> model.undo(revision));
  }
}
