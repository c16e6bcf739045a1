package dev.coracle.gui.explorer.object;

import atlantafx.base.theme.Styles;
import dev.coracle.cluster.resources.ClusterResources;
import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.ResourceKind;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.logs.LogsView;
import dev.coracle.gui.logs.LogsViewModel;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** The logs of several pods in place of the table that they were chosen from. */
public final class ChosenPodsView extends VBox {

  private final LogsView logs;

  /**
   * The logs of these pods, followed until {@link #close}.
   *
   * @param back leads back to the table
   */
  public ChosenPodsView(
      ResourceKind kind,
      List<ObjectName> pods,
      Supplier<ClusterResources> connection,
      ObjectTools tools,
      Runnable back) {
    super(12);
    setId("chosen-pods-page");
    var source = new ChosenPods(kind, List.copyOf(pods), connection, tools.background());
    logs =
        LogsView.ofPods(new LogsViewModel(source, tools.background()), tools.desk(), tools.texts());
    Label title = new Label(tools.texts().get("explorer.logs.title", pods.size()));
    title.setId("chosen-pods");
    title.getStyleClass().add(Styles.TITLE_4);
    String toTable = tools.texts().get("object.back");
    HBox header =
        new HBox(10, Buttons.icon("pods-back", MaterialDesignA.ARROW_LEFT, toTable, back), title);
    header.setAlignment(Pos.CENTER_LEFT);
    VBox.setVgrow(logs, Priority.ALWAYS);
    getChildren().addAll(header, logs);
    logs.shown();
  }

  /** Follows them no more. */
  public void close() {
    logs.hidden();
  }
}
