package dev.coracle.gui.snapshots;

import atlantafx.base.theme.Styles;
import dev.coracle.cluster.Snapshot;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Columns;
import dev.coracle.gui.desk.Confirmation;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.desk.DialogFrame;
import dev.coracle.gui.desk.Notice;
import dev.coracle.gui.text.Texts;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Makes a cluster of a file or, where there are any, of a snapshot that outlived its cluster. */
public final class BringBackDialog {

  private static final int MOST_ROWS = 4;

  private final BringBackViewModel model;
  private final Desk desk;
  private final Texts texts;
  private final FileField file;
  private final TextField name = new TextField();
  private final CredentialsChoice credentials;
  private final TableView<Snapshot> table;

  /** A dialog of these files and snapshots. */
  public BringBackDialog(
      BringBackViewModel model, Desk desk, Texts texts, ObservableValue<Instant> now) {
    this.model = model;
    this.desk = desk;
    this.texts = texts;
    file = FileField.toRead("import-file", desk.files(), texts);
    credentials = new CredentialsChoice(texts);
    table = SnapshotTable.ofSeveral(texts, now);
  }

  /** Shows it. */
  public void open() {
    Notice notice = new Notice(texts.library());
    model.problemProperty().subscribe(notice::show);
    Button close = Buttons.text("import-cancel", texts.get("action.cancel"), desk::closeDialog);
    close.setCancelButton(true);
    Button agree = Buttons.primary("import-agree", texts.get("import.agree"), this::take);
    agree.setDefaultButton(true);
    VBox body = new VBox(20, fromFile(), ofGone(), notice);
    desk.showDialog(new DialogFrame(texts.get("import.title"), body, 660).buttons(close, agree));
    model.reload();
  }

  private VBox fromFile() {
    name.setId("import-name");
    name.setPrefWidth(220);
    Label written = label("snapshots.file");
    written.setLabelFor(file);
    Label named = label("create.field.name");
    named.setLabelFor(name);
    GridPane grid = new GridPane();
    grid.getStyleClass().add("facts");
    grid.addRow(0, written, file);
    grid.addRow(1, named, new HBox(name));
    GridPane.setHgrow(file, Priority.ALWAYS);
    return new VBox(12, heading("import.file"), grid, credentials);
  }

  private Label label(String key) {
    Label label = new Label(texts.get(key));
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private Label heading(String key) {
    Label heading = new Label(texts.get(key));
    heading.getStyleClass().add(Styles.TEXT_BOLD);
    return heading;
  }

  private VBox ofGone() {
    table.setItems(model.gone());
    VBox part = new VBox(12, heading("import.gone"), table, verbs());
    model.gone().addListener((ListChangeListener<Snapshot>) _ -> fit(part));
    part.managedProperty().bind(part.visibleProperty());
    fit(part);
    return part;
  }

  private void fit(VBox part) {
    part.setVisible(!model.gone().isEmpty());
    Columns.fitRows(table, model.gone().size(), MOST_ROWS);
  }

  private HBox verbs() {
    HBox verbs =
        new HBox(
            8,
            verb(
                "gone-restore",
                "import.restore",
                it -> model.restore(it).ifPresent(desk::showOperation)),
            verb("gone-delete", "snapshots.delete", this::askDelete));
    verbs.setAlignment(Pos.CENTER_LEFT);
    return verbs;
  }

  private Button verb(String id, String key, Consumer<Snapshot> action) {
    var selected = table.getSelectionModel().selectedItemProperty();
    Button button = Buttons.text(id, texts.get(key), () -> action.accept(selected.get()));
    button.disableProperty().bind(selected.isNull());
    return button;
  }

  private void askDelete(Snapshot snapshot) {
    Confirmation.ask(
        desk,
        texts,
        texts.get("snapshots.delete.title", snapshot.name().value()),
        texts.get("import.delete.text", snapshot.cluster().value()),
        texts.get("snapshots.delete"),
        () -> model.delete(snapshot));
  }

  private void take() {
    model
        .importFrom(file.text(), name.getText(), credentials.kept())
        .ifPresent(desk::showOperation);
  }
}
