package dev.coracle.gui.snapshots;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import dev.coracle.cluster.Snapshot;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Confirmation;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.desk.Notice;
import dev.coracle.gui.text.Texts;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The snapshots of a cluster: saved above, and below what each is good for. */
public final class SnapshotsView extends VBox {

  private final SnapshotsViewModel model;
  private final Desk desk;
  private final Texts texts;
  private final ObservableValue<Instant> now;
  private final TextField name = new TextField();
  private final TableView<Snapshot> table;

  /** The view of these snapshots. */
  public SnapshotsView(
      SnapshotsViewModel model, Desk desk, Texts texts, ObservableValue<Instant> now) {
    super(12);
    this.model = model;
    this.desk = desk;
    this.texts = texts;
    this.now = now;
    table = SnapshotTable.ofOne(texts, now);
    table.setItems(model.snapshots());
    model
        .knownProperty()
        .subscribe(
            known -> table.setPlaceholder(known ? SnapshotTable.nothing(texts) : new Region()));
    VBox.setVgrow(table, Priority.ALWAYS);
    Notice notice = new Notice(texts.library());
    model.problemProperty().subscribe(notice::show);
    Label hint = new Label(texts.get("snapshots.hint"));
    hint.setWrapText(true);
    hint.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    getStyleClass().add("tab-page");
    setId("snapshots");
    getChildren().addAll(toolbar(), notice, table, hint);
  }

  /** Reads them anew. */
  public void shown() {
    model.reload();
    table.refresh();
  }

  private HBox toolbar() {
    name.setId("snapshot-name");
    name.setPromptText(texts.get("snapshots.name.prompt"));
    name.setAccessibleText(texts.get("snapshots.name.prompt"));
    name.setPrefWidth(220);
    name.setOnAction(_ -> save());
    Button save = Buttons.primary("snapshot-save", texts.get("snapshots.save"), this::save);
    save.disableProperty().bind(model.canAct().not());
    Button copy =
        Buttons.labelled(
            "snapshot-clone", MaterialDesignC.CONTENT_DUPLICATE, texts.get("clone"), this::copy);
    copy.disableProperty().bind(model.canAct().not());
    copy.setVisible(model.canClone());
    copy.setManaged(model.canClone());
    HBox bar = new HBox(8, name, save, new Spacer(), restore(), copy, export(), delete());
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getChildren().stream()
        .filter(Button.class::isInstance)
        .forEach(it -> ((Button) it).setMinWidth(USE_PREF_SIZE));
    return bar;
  }

  private Button restore() {
    Button button =
        Buttons.labelled(
            "snapshot-restore",
            MaterialDesignH.HISTORY,
            texts.get("snapshots.restore"),
            () -> with(this::askRestore));
    return unlessNone(button);
  }

  private Button export() {
    Button button =
        Buttons.icon(
            "snapshot-export",
            MaterialDesignE.EXPORT_VARIANT,
            texts.get("snapshots.export"),
            () -> with(it -> new ExportDialog(model, it, desk, texts).open()));
    return unlessNone(button);
  }

  private Button delete() {
    Button button =
        Buttons.icon(
            "snapshot-delete",
            MaterialDesignT.TRASH_CAN_OUTLINE,
            texts.get("snapshots.delete"),
            () -> with(this::askDelete));
    return unlessNone(button);
  }

  private Button unlessNone(Button button) {
    button
        .disableProperty()
        .bind(table.getSelectionModel().selectedItemProperty().isNull().or(model.canAct().not()));
    return button;
  }

  private Optional<Snapshot> selected() {
    return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
  }

  private void with(Consumer<Snapshot> action) {
    selected().ifPresent(action);
  }

  private void save() {
    if (model.canAct().get()) {
      model
          .save(name.getText())
          .ifPresent(
              begun -> {
                name.clear();
                desk.showOperation(begun);
              });
    }
  }

  private void copy() {
    new CloneDialog(model, selected(), desk, texts).open();
  }

  private void askRestore(Snapshot snapshot) {
    Confirmation.ask(
        desk,
        texts,
        texts.get("snapshots.restore.title", snapshot.cluster().value(), snapshot.name().value()),
        texts.get("snapshots.restore.text", SnapshotTable.age(texts, snapshot, now.getValue())),
        texts.get("snapshots.restore"),
        () -> model.restore(snapshot).ifPresent(desk::showOperation));
  }

  private void askDelete(Snapshot snapshot) {
    Confirmation.ask(
        desk,
        texts,
        texts.get("snapshots.delete.title", snapshot.name().value()),
        texts.get("snapshots.delete.text"),
        texts.get("snapshots.delete"),
        () -> model.delete(snapshot));
  }
}
