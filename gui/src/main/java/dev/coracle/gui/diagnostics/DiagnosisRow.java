package dev.coracle.gui.diagnostics;

import atlantafx.base.theme.Styles;
import dev.coracle.cluster.diagnostics.Diagnosis;
import dev.coracle.cluster.diagnostics.Finding;
import dev.coracle.cluster.diagnostics.Fix;
import dev.coracle.cluster.diagnostics.Severity;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** One diagnosis: a sign, what was looked at, what was found, and what to do about it. */
final class DiagnosisRow extends HBox {

  private final Texts texts;

  DiagnosisRow(Diagnosis diagnosis, DiagnosticsViewModel model, Desk desk, Texts texts) {
    super(12);
    this.texts = texts;
    Finding finding = diagnosis.finding();
    setId("diagnosis-" + diagnosis.id());
    getStyleClass().add("diagnosis");
    setAccessibleText(
        "%s, %s: %s"
            .formatted(
                said(diagnosis.title()),
                texts.of("severity", finding.severity()),
                said(finding.summary())));
    VBox words = words(diagnosis);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(sign(finding.severity()), words);
    finding.fix().ifPresent(fix -> addFix(fix, words, diagnosis, model, desk));
  }

  private static FontIcon sign(Severity severity) {
    FontIcon icon =
        new FontIcon(
            switch (severity) {
              case OK -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
              case SKIPPED -> MaterialDesignM.MINUS_CIRCLE_OUTLINE;
              case WARNING -> MaterialDesignA.ALERT_OUTLINE;
              case ERROR -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
            });
    icon.getStyleClass().add("severity-" + severity.name().toLowerCase(java.util.Locale.ROOT));
    return icon;
  }

  private String said(String text) {
    return texts.library().said(text);
  }

  private VBox words(Diagnosis diagnosis) {
    Label title = new Label(said(diagnosis.title()));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    VBox words = new VBox(2, title, wrapped(said(diagnosis.finding().summary())));
    if (!diagnosis.finding().advice().isEmpty()) {
      Label advice = wrapped(said(diagnosis.finding().advice()));
      advice.getStyleClass().add(Styles.TEXT_MUTED);
      words.getChildren().add(advice);
    }
    return words;
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private void addFix(
      Fix fix, VBox words, Diagnosis diagnosis, DiagnosticsViewModel model, Desk desk) {
    words.getChildren().add(command(fix.command(), diagnosis.id(), desk));
    if (fix.action().isPresent()) {
      Button button =
          Buttons.text(
              "fix-" + diagnosis.id(), texts.get("diagnostics.fix"), () -> model.fix(diagnosis));
      button.setAccessibleText(texts.get("diagnostics.fix") + " " + said(diagnosis.title()));
      button.disableProperty().bind(model.busyProperty());
      button.setMinWidth(USE_PREF_SIZE);
      getChildren().add(button);
    }
  }

  private HBox command(String command, String id, Desk desk) {
    Label code = new Label(command);
    code.getStyleClass().add("code");
    code.setWrapText(true);
    code.setMinHeight(USE_PREF_SIZE);
    HBox line =
        new HBox(
            4,
            code,
            Buttons.icon(
                "copy-" + id,
                MaterialDesignC.CONTENT_COPY,
                texts.get("kubeconfig.copy-command"),
                () -> desk.copy(command)));
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("diagnosis-command");
    return line;
  }
}
