package dev.coracle.gui.explorer;

import dev.coracle.cluster.Problem;
import dev.coracle.cluster.resources.KubeObject;
import dev.coracle.cluster.resources.WriteMode;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.desk.DialogFrame;
import dev.coracle.gui.problem.ProblemView;
import dev.coracle.gui.text.Texts;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Manifests, typed or dropped: tried by the server first if one likes, then applied. */
final class ApplyDialog {

  private final ExplorerViewModel model;
  private final Desk desk;
  private final Texts texts;
  private final TextArea area = new TextArea();
  private final VBox answer = new VBox();

  ApplyDialog(ExplorerViewModel model, Desk desk, Texts texts) {
    this.model = model;
    this.desk = desk;
    this.texts = texts;
  }

  /** Opens with this text, which may be empty. */
  void open(String yaml) {
    area.setText(yaml);
    area.setId("apply-text");
    area.setAccessibleText("YAML");
    area.setPromptText("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings");
    area.setPrefRowCount(18);
    area.getStyleClass().add("mono");
    VBox.setVgrow(area, Priority.ALWAYS);
    Button close = Buttons.text("apply-close", texts.get("action.close"), desk::closeDialog);
    close.setCancelButton(true);
    Button check =
        Buttons.text("apply-check", texts.get("apply.check"), () -> send(WriteMode.DRY_RUN));
    Button apply =
        Buttons.primary("apply-agree", texts.get("apply.agree"), () -> send(WriteMode.PERSIST));
    check.disableProperty().bind(area.textProperty().isEmpty());
    apply.disableProperty().bind(area.textProperty().isEmpty());
    desk.showDialog(
        new DialogFrame(texts.get("apply.title"), new VBox(12, area, answer), 680)
            .buttons(close, check, apply));
    area.requestFocus();
  }

  private void send(WriteMode mode) {
    answer.getChildren().clear();
    model.apply(area.getText(), mode, objects -> answered(objects, mode), this::refused);
  }

  private void answered(List<KubeObject> objects, WriteMode mode) {
    String names = objects.stream().map(KubeObject::toString).collect(Collectors.joining("\n"));
    String key = mode == WriteMode.DRY_RUN ? "apply.checked" : "apply.done";
    Label label = new Label(texts.get(key) + "\n" + names);
    label.setId("apply-answer");
    label.setWrapText(true);
    answer.getChildren().setAll(label);
  }

  private void refused(Problem problem) {
    answer.getChildren().setAll(new ProblemView(problem, texts.library()));
  }
}
