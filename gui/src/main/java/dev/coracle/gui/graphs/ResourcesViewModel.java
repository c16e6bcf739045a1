package dev.coracle.gui.graphs;

import dev.coracle.cluster.Subscription;
import dev.coracle.cluster.metrics.NodeSample;
import dev.coracle.gui.async.Pace;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The graphs of one cluster: of which node, how far back, and what they show. */
public final class ResourcesViewModel {

  private final ClusterUsage usage;
  private final ObjectProperty<Optional<String>> node =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Span> span = new SimpleObjectProperty<>(Span.FIVE_MINUTES);

  /** The graphs of this use: at first of the whole cluster, five minutes back. */
  public ResourcesViewModel(ClusterUsage usage) {
    this.usage = usage;
  }

  /** The node that is drawn; empty: the whole cluster. */
  public ObjectProperty<Optional<String>> nodeProperty() {
    return node;
  }

  /** How far back. */
  public ObjectProperty<Span> spanProperty() {
    return span;
  }

  /**
   * Samples until closed.
   *
   * @param onNew called whenever there is something new to draw
   */
  public Subscription watch(Runnable onNew) {
    return usage.watch(Pace.CLOSE_LOOK, onNew);
  }

  /** The nodes that can be chosen. */
  public List<String> nodes() {
    return usage.nodes();
  }

  /** The curves of a graph, as chosen. */
  public List<double[]> curves(Graph graph) {
    return graph.metrics().stream().map(this::curve).toList();
  }

  private double[] curve(Metric metric) {
    return node.get()
        .map(name -> usage.series(name, metric, span.get()))
        .orElseGet(() -> usage.total(metric, span.get()));
  }

  /** The figure now, as chosen; empty when nothing is sampled. */
  public Optional<String> current(Graph graph, Metric metric) {
    List<NodeSample> samples = samples();
    return samples.isEmpty()
        ? Optional.empty()
        : Optional.of(graph.figure(samples.stream().mapToDouble(metric::of).sum()));
  }

  /** The memory that the chosen node may use; empty for the whole cluster, whose nodes share. */
  public Optional<String> memoryLimit() {
    return node.get()
        .flatMap(usage::current)
        .map(it -> Graph.MEMORY.figure((double) it.memoryLimit().value()));
  }

  private List<NodeSample> samples() {
    return node.get().map(name -> usage.current(name).stream().toList()).orElseGet(usage::current);
  }
}
