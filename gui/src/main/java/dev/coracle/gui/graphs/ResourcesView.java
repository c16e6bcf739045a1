package dev.coracle.gui.graphs;

import atlantafx.base.controls.Spacer;
import atlantafx.base.layout.InputGroup;
import dev.coracle.cluster.Subscription;
import dev.coracle.gui.desk.NameBox;
import dev.coracle.gui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The four graphs of a cluster or of one of its nodes. Samples only while it is shown. */
public final class ResourcesView extends VBox {

  private final ResourcesViewModel model;
  private final Texts texts;
  private final List<UsageGraph> graphs;
  private final NameBox nodes;
  private final PodUsesView pods;
  private final GridPane grid = grid();
  private boolean ofPods;
  private @Nullable Subscription sampling;

  /** The graphs of this model, or in their place what the pods use. */
  public ResourcesView(ResourcesViewModel model, PodUsesView pods, Texts texts) {
    this.model = model;
    this.pods = pods;
    this.texts = texts;
    this.graphs = Stream.of(Graph.values()).map(it -> new UsageGraph(it, texts)).toList();
    place();
    this.nodes =
        new NameBox(
            "graph-node",
            texts.get("graphs.node"),
            texts.get("graphs.whole"),
            model.nodeProperty());
    nodes.offerOrNone(List.of());
    getStyleClass().add("resources");
    VBox.setVgrow(pods, Priority.ALWAYS);
    getChildren().addAll(toolbar(), grid);
    model.spanProperty().subscribe(this::draw);
    model.nodeProperty().subscribe(this::draw);
    model.hostWantedProperty().subscribe(this::draw);
  }

  /** Begins to sample and to draw. */
  public void shown() {
    if (ofPods) {
      pods.shown();
    } else if (sampling == null) {
      sampling = model.watch(this::draw);
      draw();
    }
  }

  /** Ends sampling, unless somebody else looks. */
  public void hidden() {
    pods.hidden();
    if (sampling != null) {
      sampling.close();
      sampling = null;
    }
  }

  private void draw() {
    if (sampling == null) {
      return;
    }
    nodes.offerOrNone(model.nodes());
    graphs.forEach(graph -> graph.show(model));
  }

  /** Shows the graphs, or what the pods use; what is not seen is not asked for. */
  private void choose(boolean wanted) {
    hidden();
    ofPods = wanted;
    getChildren().set(1, wanted ? pods : grid);
    shown();
  }

  private HBox toolbar() {
    nodes.setPrefWidth(220);
    InputGroup spans = spans();
    ToggleButton podsOnly = new ToggleButton(texts.get("graphs.pods"));
    podsOnly.setId("graph-pods");
    podsOnly.setOnAction(_ -> choose(podsOnly.isSelected()));
    nodes.disableProperty().bind(podsOnly.selectedProperty());
    spans.disableProperty().bind(podsOnly.selectedProperty());
    HBox toolbar = new HBox(12, nodes, podsOnly, host(podsOnly), new Spacer(), spans);
    toolbar.setAlignment(Pos.CENTER_LEFT);
    return toolbar;
  }

  /** Beside a busy machine an idle cluster is a flat line, so the machine can be left out. */
  private CheckBox host(ToggleButton podsOnly) {
    CheckBox host = new CheckBox(texts.get("graphs.host"));
    host.setId("graph-host");
    host.setMinWidth(USE_PREF_SIZE);
    host.selectedProperty().bindBidirectional(model.hostWantedProperty());
    host.disableProperty()
        .bind(podsOnly.selectedProperty().or(model.nodeProperty().isNotEqualTo(Optional.empty())));
    return host;
  }

  private InputGroup spans() {
    ToggleGroup group = new ToggleGroup();
    InputGroup spans = new InputGroup();
    for (Span span : Span.values()) {
      ToggleButton button = new ToggleButton(texts.of("span", span));
      button.setToggleGroup(group);
      button.setSelected(span == model.spanProperty().get());
      button.setId("span-" + span.name().toLowerCase(java.util.Locale.ROOT));
      button.setOnAction(
          _ -> {
            button.setSelected(true);
            model.spanProperty().set(span);
          });
      spans.getChildren().add(button);
    }
    return spans;
  }

  private static GridPane grid() {
    GridPane grid = new GridPane(16, 16);
    VBox.setVgrow(grid, Priority.ALWAYS);
    for (int i = 0; i < 2; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(50);
      grid.getColumnConstraints().add(column);
      RowConstraints row = new RowConstraints();
      row.setPercentHeight(50);
      row.setVgrow(Priority.ALWAYS);
      grid.getRowConstraints().add(row);
    }
    return grid;
  }

  private void place() {
    for (int i = 0; i < graphs.size(); i++) {
      grid.add(graphs.get(i), i % 2, i / 2);
    }
  }
}
