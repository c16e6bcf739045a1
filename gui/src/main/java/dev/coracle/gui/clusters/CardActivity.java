package dev.coracle.gui.clusters;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.Subscription;
import dev.coracle.cluster.metrics.NodeSample;
import dev.coracle.gui.async.Pace;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.graphs.ClusterUsage;
import dev.coracle.gui.graphs.Metric;
import dev.coracle.gui.graphs.Span;
import dev.coracle.gui.graphs.Sparkline;
import dev.coracle.gui.operation.OperationViewModel;
import dev.coracle.gui.text.Figures;
import dev.coracle.gui.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The middle of a card, always of the same height: the CPU of the last minutes, or the operation
 * that runs, or the problem that it met, or what the state means.
 */
final class CardActivity extends VBox {

  private static final Set<Phase> MEASURED = Set.of(Phase.RUNNING, Phase.DEGRADED);
  private static final int SHOWN_SECONDS = 120;

  private final ClusterViewModel cluster;
  private final ClusterUsage usage;
  private final Desk desk;
  private final Texts texts;
  private final Sparkline sparkline = new Sparkline(0.5);
  private final Label figures = new Label();
  private boolean visible;
  private @Nullable Subscription sampling;

  CardActivity(ClusterViewModel cluster, ClusterUsage usage, Desk desk, Texts texts) {
    super(6);
    this.cluster = cluster;
    this.usage = usage;
    this.desk = desk;
    this.texts = texts;
    getStyleClass().add("card-activity");
    setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(sparkline, Priority.ALWAYS);
    figures.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    figures.setId("usage-" + cluster.name());
    cluster.clusterProperty().subscribe(_ -> show());
    cluster.operationProperty().subscribe(_ -> show());
    cluster.busyProperty().subscribe(_ -> show());
  }

  /** Samples from now on, while the cluster runs. */
  void shown() {
    visible = true;
    show();
  }

  /** Ends sampling. */
  void hidden() {
    visible = false;
    sample(false);
  }

  private void show() {
    OperationViewModel operation = cluster.operationProperty().get();
    boolean measured = operation == null && MEASURED.contains(cluster.phase());
    sample(visible && measured);
    getChildren().setAll(operation != null ? of(operation) : measured ? graph() : meaning());
  }

  private void sample(boolean wanted) {
    if (wanted && sampling == null) {
      sampling = usage.watch(Pace.GLANCE, this::draw);
      draw();
    } else if (!wanted && sampling != null) {
      sampling.close();
      sampling = null;
    }
  }

  private List<Node> graph() {
    return List.of(sparkline, figures);
  }

  private List<Node> meaning() {
    Label text = new Label(StateText.meaning(cluster, texts));
    text.setId("meaning-" + cluster.name());
    text.setWrapText(true);
    text.getStyleClass().add(Styles.TEXT_MUTED);
    return List.of(text);
  }

  private List<Node> of(OperationViewModel operation) {
    Problem problem = operation.problemProperty().get();
    return problem == null ? running(operation) : failed(operation, problem);
  }

  private List<Node> running(OperationViewModel operation) {
    Label step = new Label();
    step.textProperty().bind(operation.currentStepProperty().map(texts.library()::said));
    ProgressBar bar = new ProgressBar();
    bar.getStyleClass().add(Styles.SMALL);
    bar.progressProperty().bind(operation.progressProperty());
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox row = row(step, new Spacer(), details(operation));
    return List.of(bar, row);
  }

  private List<Node> failed(OperationViewModel operation, Problem problem) {
    Label summary = new Label(texts.library().headline(problem));
    summary.getStyleClass().add("failure");
    summary.setId("failure-" + cluster.name());
    Button dismiss =
        Buttons.text("dismiss-" + cluster.name(), texts.get("action.dismiss"), cluster::dismiss);
    dismiss.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
    return List.of(summary, row(details(operation), dismiss));
  }

  private Button details(OperationViewModel operation) {
    Button details =
        Buttons.text(
            "steps-" + cluster.name(),
            texts.get("action.details"),
            () -> desk.showOperation(operation));
    details.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
    return details;
  }

  private void draw() {
    double[] values = usage.total(Metric.CPU, Span.FIVE_MINUTES);
    sparkline.show(
        Arrays.copyOfRange(values, Math.max(0, values.length - SHOWN_SECONDS), values.length));
    List<NodeSample> now = usage.current();
    double cores = now.stream().mapToDouble(NodeSample::cpuCores).sum();
    double memory = now.stream().mapToDouble(it -> it.memory().value()).sum();
    figures.setText(
        now.isEmpty()
            ? texts.get("card.measuring")
            : texts.get("card.usage", Figures.cores(cores), Figures.bytes(memory)));
  }

  private static HBox row(Node... parts) {
    HBox row = new HBox(8, parts);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
