package dev.coracle.gui.logs;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import dev.coracle.cluster.NodeAccess.LogLine;
import dev.coracle.cluster.Problem;
import dev.coracle.gui.desk.Buttons;
import dev.coracle.gui.desk.Desk;
import dev.coracle.gui.desk.NameBox;
import dev.coracle.gui.problem.ProblemView;
import dev.coracle.gui.text.Texts;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** The log of a node, with what chooses and filters it. Reads only while it is shown. */
public final class LogsView extends VBox {

  private final LogsViewModel model;
  private final Desk desk;
  private final Texts texts;
  private final NameBox nodes;
  private final NameBox components;
  private final CustomTextField filter = new CustomTextField();
  private final ListView<LogLine> list = new ListView<>();
  private final Label nothing = new Label();
  private final Runnable toNewest = this::scrollToNewest;

  /** The view of the logs of nodes. */
  public LogsView(LogsViewModel model, Desk desk, Texts texts) {
    this(model, desk, texts, "logs.component", "logs.all");
  }

  /** The view of the logs of a pod's containers. */
  public static LogsView ofContainers(LogsViewModel model, Desk desk, Texts texts) {
    LogsView view = new LogsView(model, desk, texts, "logs.container", "logs.all-containers");
    view.nodes.setVisible(false);
    view.nodes.setManaged(false);
    return view;
  }

  /** The view of the logs of several pods. */
  public static LogsView ofPods(LogsViewModel model, Desk desk, Texts texts) {
    LogsView view = new LogsView(model, desk, texts, "logs.pod", "logs.all-pods");
    view.getStyleClass().add("pods");
    view.nodes.setVisible(false);
    view.nodes.setManaged(false);
    return view;
  }

  private LogsView(LogsViewModel model, Desk desk, Texts texts, String component, String all) {
    this.model = model;
    this.desk = desk;
    this.texts = texts;
    nodes =
        new NameBox(
            "log-node", texts.get("node.name"), texts.get("logs.node.first"), model.nodeProperty());
    components =
        new NameBox(
            "log-component", texts.get(component), texts.get(all), model.componentProperty());
    components.offerOrNone(List.of());
    getStyleClass().add("logs");
    buildList();
    getChildren().addAll(toolbar(), list);
    model
        .components()
        .addListener((ListChangeListener<String>) _ -> components.offerOrNone(model.components()));
    model.lines().addListener((ListChangeListener<LogLine>) _ -> scroll());
    model.problemProperty().subscribe(this::explain);
  }

  /** Begins to read. */
  public void shown() {
    model.open();
  }

  /** Ends reading. */
  public void hidden() {
    model.close();
  }

  /** Puts the cursor into the filter. */
  public void search() {
    filter.requestFocus();
  }

  /** Offers these nodes, the first of them chosen at first. */
  public void offerNodes(List<String> names) {
    nodes.offer(names);
    if (model.nodeProperty().get().filter(names::contains).isEmpty()) {
      model.nodeProperty().set(names.stream().findFirst());
    }
  }

  private HBox toolbar() {
    filter.setPromptText(texts.get("logs.filter"));
    filter.setAccessibleText(texts.get("logs.filter"));
    filter.setId("log-filter");
    filter.setLeft(new FontIcon(MaterialDesignF.FILTER_VARIANT));
    filter.textProperty().bindBidirectional(model.filterProperty());
    HBox.setHgrow(filter, Priority.ALWAYS);
    ToggleSwitch follow = new ToggleSwitch(texts.get("logs.follow"));
    follow.setId("log-follow");
    follow.selectedProperty().bindBidirectional(model.followProperty());
    follow.setMinWidth(USE_PREF_SIZE);
    HBox toolbar = new HBox(12, nodes, components, filter, follow, copy());
    toolbar.setAlignment(Pos.CENTER_LEFT);
    return toolbar;
  }

  private javafx.scene.control.Button copy() {
    return Buttons.icon(
        "log-copy",
        MaterialDesignC.CONTENT_COPY,
        texts.get("logs.copy"),
        () -> desk.copy(chosen()));
  }

  /** The lines that are selected, or all that are shown. */
  private String chosen() {
    List<LogLine> selected = list.getSelectionModel().getSelectedItems();
    return (selected.isEmpty() ? model.lines() : selected)
        .stream()
            .map(line -> line.component() + "  " + line.text())
            .collect(Collectors.joining("\n"));
  }

  private void buildList() {
    nothing.setText(texts.get("logs.empty"));
    nothing.getStyleClass().add(Styles.TEXT_MUTED);
    list.setId("log-lines");
    list.setAccessibleText(texts.get("tab.logs"));
    list.setItems(model.lines());
    list.setFixedCellSize(22);
    list.setCellFactory(_ -> new LogCell());
    list.setPlaceholder(nothing);
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.getStyleClass().addAll("log-lines", "mono", Tweaks.EDGE_TO_EDGE);
    VBox.setVgrow(list, Priority.ALWAYS);
  }

  /** The list knows of lines that have just come only after its next layout. */
  private void scroll() {
    Scene scene = getScene();
    if (scene != null && model.followProperty().get()) {
      scene.removePostLayoutPulseListener(toNewest);
      scene.addPostLayoutPulseListener(toNewest);
      requestLayout();
    }
  }

  private void scrollToNewest() {
    Scene scene = getScene();
    if (scene != null && list.getHeight() > 0) {
      scene.removePostLayoutPulseListener(toNewest);
      list.scrollTo(model.lines().size() - 1);
    }
  }

  private void explain(@Nullable Problem problem) {
    list.setPlaceholder(problem == null ? nothing : new ProblemView(problem, texts.library()));
  }
}
