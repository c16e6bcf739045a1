package dev.coracle.gui.explorer.object;

import atlantafx.base.theme.Styles;
import dev.coracle.cluster.resources.KubeObject;
import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.desk.DialogFrame;
import dev.coracle.gui.desk.Notice;
import dev.coracle.gui.forwards.ClusterForwards;
import dev.coracle.gui.forwards.Forward;
import dev.coracle.gui.text.Texts;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Asks which port of a pod shall be reached here, and tells where it is then. */
final class ForwardDialog {

  private static final int HIGHEST = 65_535;
  private static final int USUAL = 80;

  private final ClusterForwards forwards;
  private final Desk desk;
  private final Texts texts;
  private final ObjectName pod;
  private final Spinner<Integer> port;
  private final Spinner<Integer> here = new Spinner<>(0, HIGHEST, 0);
  private final Label answer = new Label();
  private final Notice notice;

  ForwardDialog(ClusterForwards forwards, KubeObject pod, Desk desk, Texts texts) {
    this.forwards = forwards;
    this.desk = desk;
    this.texts = texts;
    this.notice = new Notice(texts.library());
    this.pod = pod.id();
    port = new Spinner<>(1, HIGHEST, ports(pod).stream().findFirst().orElse(USUAL));
  }

  /** The ports that a pod's containers say they listen on. */
  static List<Integer> ports(@Nullable KubeObject pod) {
    return pod == null
        ? List.of()
        : pod.at("spec", "containers").items().stream()
            .flatMap(container -> container.at("ports").items().stream())
            .map(port -> (int) port.at("containerPort").number())
            .filter(port -> port > 0)
            .toList();
  }

  void open() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("facts");
    add(grid, "forward-port", "forward.port", port);
    add(grid, "forward-here", "forward.here", here);
    Label hint = new Label(texts.get("forward.hint"));
    hint.setWrapText(true);
    hint.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    answer.setId("forward-answer");
    answer.setWrapText(true);
    Button close = Buttons.text("forward-close", texts.get("action.close"), desk::closeDialog);
    close.setCancelButton(true);
    Button start = Buttons.primary("forward-start", texts.get("forward.start"), this::start);
    start.setDefaultButton(true);
    desk.showDialog(
        new DialogFrame(
                texts.get("forward.title", pod.name()),
                new VBox(12, grid, hint, answer, notice),
                460)
            .buttons(close, start));
  }

  private void add(GridPane grid, String id, String key, Spinner<Integer> spinner) {
    spinner.setId(id);
    spinner.setEditable(true);
    Label label = new Label(texts.get(key));
    label.setLabelFor(spinner);
    grid.addRow(grid.getRowCount(), label, spinner);
  }

  private void start() {
    port.commitValue();
    here.commitValue();
    notice.show(null);
    forwards.start(pod, port.getValue(), here.getValue(), this::started, notice::show);
  }

  private void started(Forward forward) {
    answer.setText(texts.get("forward.started", String.valueOf(forward.localPort())));
  }
}
