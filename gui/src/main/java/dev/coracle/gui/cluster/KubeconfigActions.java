package dev.coracle.gui.cluster;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterService;
import dev.coracle.cluster.Problem;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.CommandLine;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.desk.DialogFrame;
import dev.coracle.gui.problem.ProblemView;
import dev.coracle.gui.text.Texts;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/** How a person reaches the cluster with kubectl: the command, the file, and what it says. */
final class KubeconfigActions extends HBox {

  private final ClusterName cluster;
  private final ClusterService service;
  private final Background background;
  private final Desk desk;
  private final Texts texts;

  KubeconfigActions(
      ClusterName cluster,
      ClusterService service,
      Path file,
      Background background,
      Desk desk,
      Texts texts) {
    super(8);
    this.cluster = cluster;
    this.service = service;
    this.background = background;
    this.desk = desk;
    this.texts = texts;
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("panel-row");
    String command = "kubectl --context " + cluster.context() + " get nodes";
    CommandLine line = new CommandLine("command", command, desk, texts);
    HBox.setHgrow(line, Priority.ALWAYS);
    getChildren()
        .addAll(
            line,
            Buttons.text(
                "copy-path", texts.get("kubeconfig.copy-path"), () -> desk.copy(file.toString())),
            Buttons.labelled(
                "show-kubeconfig",
                MaterialDesignE.EYE_OUTLINE,
                texts.get("kubeconfig.show"),
                this::read));
    getChildren().stream()
        .filter(Button.class::isInstance)
        .forEach(button -> ((Button) button).setMinWidth(USE_PREF_SIZE));
  }

  private void read() {
    background.run(() -> service.kubeconfig(cluster), this::show, this::explain);
  }

  private void show(String text) {
    TextArea area = new TextArea(text);
    area.setEditable(false);
    area.setPrefRowCount(18);
    area.setId("kubeconfig-text");
    area.getStyleClass().add("mono");
    Button copy =
        Buttons.primary("kubeconfig-copy", texts.get("action.copy"), () -> desk.copy(text));
    dialog(area, copy);
  }

  private void explain(Problem problem) {
    dialog(new ProblemView(problem, texts.library()));
  }

  private void dialog(Region body, Button... more) {
    Button close = Buttons.text("dialog-close", texts.get("action.close"), desk::closeDialog);
    close.setCancelButton(true);
    DialogFrame frame = new DialogFrame(texts.get("kubeconfig.title", cluster.value()), body, 620);
    frame.buttons(close);
    if (more.length > 0) {
      frame.buttons(close, more[0]);
    }
    desk.showDialog(frame);
  }
}
