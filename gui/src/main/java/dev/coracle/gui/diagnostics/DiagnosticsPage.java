package dev.coracle.gui.diagnostics;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import dev.coracle.cluster.diagnostics.Diagnosis;
import dev.coracle.cluster.diagnostics.Severity;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.desk.Notice;
import dev.coracle.gui.desk.Page;
import dev.coracle.gui.desk.PageFrame;
import dev.coracle.gui.text.Texts;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Every check with what it found; what is wrong says what to do, and has a button where it can. */
public final class DiagnosticsPage implements Page {

  private final DiagnosticsViewModel model;
  private final Desk desk;
  private final Texts texts;
  private final Label summary = new Label();
  private final VBox rows = new VBox();
  private final VBox view;

  /** The page of these findings. */
  public DiagnosticsPage(DiagnosticsViewModel model, Desk desk, Texts texts) {
    this.model = model;
    this.desk = desk;
    this.texts = texts;
    Notice notice = new Notice(texts.library());
    rows.getStyleClass().addAll("panel", "diagnoses");
    view = PageFrame.of("diagnostics-page", header(), notice, rows);
    model.problemProperty().subscribe(notice::show);
    model.found().addListener((ListChangeListener<Diagnosis>) _ -> fill());
    model.busyProperty().subscribe(_ -> fill());
  }

  @Override
  public Region view() {
    return view;
  }

  @Override
  public void shown() {
    model.open();
  }

  @Override
  public void hidden() {}

  private HBox header() {
    Label title = PageFrame.title(texts.get("diagnostics.title"));
    summary.setId("diagnostics-summary");
    summary.getStyleClass().add(Styles.TEXT_MUTED);
    ProgressIndicator working = new ProgressIndicator();
    working.setPrefSize(18, 18);
    working.visibleProperty().bind(model.busyProperty());
    Button again = Buttons.text("diagnostics-again", texts.get("diagnostics.again"), model::run);
    again.disableProperty().bind(model.busyProperty());
    HBox header = new HBox(12, title, summary, new Spacer(), working, again);
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  private void fill() {
    rows.setVisible(!model.found().isEmpty());
    rows.getChildren()
        .setAll(
            model.found().stream().map(it -> new DiagnosisRow(it, model, desk, texts)).toList());
    summary.setText(summary());
  }

  private String summary() {
    if (model.busyProperty().get()) {
      return texts.get("diagnostics.looking");
    }
    long wrong = model.count(Severity.WARNING);
    return wrong == 0
        ? texts.get("diagnostics.well")
        : texts.get("diagnostics.found", model.count(Severity.ERROR), wrong);
  }
}
