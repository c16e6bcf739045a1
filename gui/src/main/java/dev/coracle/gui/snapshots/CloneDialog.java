package dev.coracle.gui.snapshots;

import dev.coracle.cluster.Snapshot;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.desk.DialogFrame;
import dev.coracle.gui.desk.NameBox;
import dev.coracle.gui.desk.Notice;
import dev.coracle.gui.text.Texts;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Asks what another cluster is made of, and what it is called. */
final class CloneDialog {

  private final SnapshotsViewModel model;
  private final Desk desk;
  private final Texts texts;
  private final ObjectProperty<Optional<String>> source;
  private final TextField name = new TextField();
  private final CredentialsChoice credentials;
  private final Notice notice;

  CloneDialog(SnapshotsViewModel model, Optional<Snapshot> preferred, Desk desk, Texts texts) {
    this.model = model;
    this.desk = desk;
    this.texts = texts;
    this.notice = new Notice(texts.library());
    this.source = new SimpleObjectProperty<>(preferred.map(it -> it.name().value()));
    this.credentials = new CredentialsChoice(texts);
  }

  void open() {
    name.setId("clone-name");
    name.setText(model.cluster() + "-copy");
    NameBox sources =
        new NameBox("clone-source", texts.get("clone.source"), texts.get("clone.now"), source);
    sources.offerOrNone(model.snapshots().stream().map(it -> it.name().value()).toList());
    sources.setPrefWidth(260);
    GridPane grid = new GridPane();
    grid.getStyleClass().add("facts");
    Label named = new Label(texts.get("create.field.name"));
    named.setLabelFor(name);
    Label made = new Label(texts.get("clone.source"));
    made.setLabelFor(sources);
    grid.addRow(0, named, name);
    grid.addRow(1, made, sources);
    Button cancel = Buttons.text("clone-cancel", texts.get("action.cancel"), desk::closeDialog);
    cancel.setCancelButton(true);
    Button agree = Buttons.primary("clone-agree", texts.get("clone.agree"), this::copy);
    agree.setDefaultButton(true);
    desk.showDialog(
        new DialogFrame(
                texts.get("clone.title", model.cluster().value()),
                new VBox(14, grid, credentials, notice),
                520)
            .buttons(cancel, agree));
    name.requestFocus();
    name.selectAll();
  }

  private void copy() {
    model
        .copy(source.get(), name.getText(), credentials.kept(), notice::show)
        .ifPresent(desk::showOperation);
  }
}
