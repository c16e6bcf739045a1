package dev.coracle.gui.snapshots;

import atlantafx.base.theme.Styles;
import dev.coracle.cluster.Snapshot;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.desk.DialogFrame;
import dev.coracle.gui.desk.Notice;
import dev.coracle.gui.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Asks for the file that a snapshot is written to. */
final class ExportDialog {

  private final SnapshotsViewModel model;
  private final Snapshot snapshot;
  private final Desk desk;
  private final Texts texts;
  private final FileField file;
  private final Notice notice;

  ExportDialog(SnapshotsViewModel model, Snapshot snapshot, Desk desk, Texts texts) {
    this.model = model;
    this.snapshot = snapshot;
    this.desk = desk;
    this.texts = texts;
    this.notice = new Notice(texts.library());
    file = FileField.toWrite("snapshot-file", desk.files(), texts);
  }

  void open() {
    file.text(FileName.suggested(snapshot));
    Label label = new Label(texts.get("snapshots.file"));
    label.setLabelFor(file);
    Label hint = new Label(texts.get("snapshots.export.hint"));
    hint.setWrapText(true);
    hint.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    Button cancel = Buttons.text("export-cancel", texts.get("action.cancel"), desk::closeDialog);
    cancel.setCancelButton(true);
    Button agree = Buttons.primary("export-agree", texts.get("snapshots.export"), this::export);
    agree.setDefaultButton(true);
    desk.showDialog(
        new DialogFrame(
                texts.get("snapshots.export.title", snapshot.name().value()),
                new VBox(10, label, file, hint, notice),
                520)
            .buttons(cancel, agree));
  }

  private void export() {
    model.export(snapshot, file.text(), notice::show).ifPresent(desk::showOperation);
  }
}
