package dev.coracle.gui.graphs;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import dev.coracle.gui.text.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A graph with its title and the figures of this moment. */
final class UsageGraph extends VBox {

  private final Graph graph;
  private final Texts texts;
  private final Plot plot;
  private final Map<Metric, Label> figures = new EnumMap<>(Metric.class);

  UsageGraph(Graph graph, Texts texts) {
    this.graph = graph;
    this.texts = texts;
    this.plot = new Plot(graph.metrics().size(), graph::figure);
    getStyleClass().addAll("panel", "usage-graph");
    setId("graph-" + graph.name().toLowerCase(java.util.Locale.ROOT));
    setAccessibleText(texts.of("graph", graph));
    VBox.setVgrow(plot, Priority.ALWAYS);
    getChildren().addAll(header(), plot);
  }

  private HBox header() {
    Label title = new Label(texts.of("graph", graph));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    HBox header = new HBox(12, title, new Spacer());
    header.setAlignment(Pos.CENTER_LEFT);
    title.setMinWidth(USE_PREF_SIZE);
    for (int i = 0; i < graph.metrics().size(); i++) {
      header.getChildren().add(legend(graph.metrics().get(i), i + 1));
    }
    return header;
  }

  private HBox legend(Metric metric, int colour) {
    Label value = new Label();
    value.setMinWidth(USE_PREF_SIZE);
    value.setId("figure-" + metric.name().toLowerCase(java.util.Locale.ROOT));
    figures.put(metric, value);
    HBox legend = new HBox(6, value);
    legend.setAlignment(Pos.CENTER_LEFT);
    if (graph.metrics().size() > 1) {
      legend.getChildren().addAll(0, List.of(key(colour), name(metric)));
    }
    return legend;
  }

  private Label name(Metric metric) {
    Label name = new Label(texts.of("metric", metric));
    name.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    name.setMinWidth(USE_PREF_SIZE);
    return name;
  }

  private static Region key(int colour) {
    Region key = new Region();
    key.getStyleClass().addAll("legend-key", "legend-key-" + colour);
    return key;
  }

  void show(ResourcesViewModel model) {
    List<double[]> curves = model.curves(graph);
    plot.times(texts.of("span.from", model.spanProperty().get()), texts.get("span.now"));
    plot.show(curves, graph.top(curves));
    figures.forEach((metric, label) -> label.setText(text(model, metric)));
  }

  private String text(ResourcesViewModel model, Metric metric) {
    String now = model.current(graph, metric).orElse(texts.get("graph.silent"));
    if (graph == Graph.CPU && model.current(graph, metric).isPresent()) {
      return texts.get("graph.cores", now);
    }
    return graph == Graph.MEMORY
        ? model.memoryLimit().map(limit -> texts.get("graph.of", now, limit)).orElse(now)
        : now;
  }
}
