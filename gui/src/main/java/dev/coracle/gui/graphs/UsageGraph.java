package dev.coracle.gui.graphs;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import dev.coracle.gui.text.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
  private final HostSentence sentence;
  private final Label host = new Label();
  private final Map<Metric, Label> figures = new EnumMap<>(Metric.class);

  UsageGraph(Graph graph, Texts texts) {
    this.graph = graph;
    this.texts = texts;
    this.plot = new Plot(graph.metrics().size(), graph::figure);
    getStyleClass().addAll("panel", "usage-graph");
    setId("graph-" + graph.name().toLowerCase(java.util.Locale.ROOT));
    setAccessibleText(texts.of("graph", graph));
    VBox.setVgrow(plot, Priority.ALWAYS);
    this.sentence = new HostSentence(texts);
    getChildren().addAll(header(), plot);
    if (graph.sharesMachine()) {
      getChildren().add(1, host());
    }
  }

  private HBox header() {
    Label title = new Label(texts.of("graph", graph));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    HBox header = new HBox(12, title, new Spacer());
    header.setAlignment(Pos.CENTER_LEFT);
    title.setMinWidth(USE_PREF_SIZE);
    for (int i = 0; i < graph.metrics().size(); i++) {
      header.getChildren().add(legend(graph.metrics().get(i), Integer.toString(i + 1)));
    }
    return header;
  }

  private HBox legend(Metric metric, String colour) {
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

  /** The legend of the curve behind is the sentence about it. */
  private HBox host() {
    host.setId("host-" + graph.name().toLowerCase(java.util.Locale.ROOT));
    host.setWrapText(true);
    host.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    HBox legend = new HBox(6, key("host"), host);
    legend.getStyleClass().add("host-share");
    legend.managedProperty().bind(legend.visibleProperty());
    legend.visibleProperty().bind(host.textProperty().isNotEmpty());
    return legend;
  }

  private Label name(Metric metric) {
    Label name = new Label(texts.of("metric", metric));
    name.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    name.setMinWidth(USE_PREF_SIZE);
    return name;
  }

  private static Region key(String colour) {
    Region key = new Region();
    key.getStyleClass().addAll("legend-key", "legend-key-" + colour);
    return key;
  }

  void show(ResourcesViewModel model) {
    List<double[]> curves = model.curves(graph);
    double[] behind = graph.sharesMachine() ? model.hostCurve(graph) : new double[0];
    plot.times(texts.of("span.from", model.spanProperty().get()), texts.get("span.now"));
    plot.show(
        behind, curves, graph.top(Stream.concat(curves.stream(), Stream.of(behind)).toList()));
    host.setText(model.hostShownProperty().get() ? share(model) : "");
    figures.forEach((metric, label) -> label.setText(text(model, metric)));
  }

  private String share(ResourcesViewModel model) {
    return sentence.of(graph, model.host(), model.value(graph.metrics().getFirst()));
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
