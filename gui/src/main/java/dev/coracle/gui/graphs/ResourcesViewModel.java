package dev.coracle.gui.graphs;

import dev.coracle.cluster.Subscription;
import dev.coracle.cluster.metrics.HostSample;
import dev.coracle.cluster.metrics.NodeSample;
import dev.coracle.gui.async.Pace;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;

/** The graphs of one cluster: of which node, how far back, and beside what of this machine. */
public final class ResourcesViewModel {

  private final ClusterUsage usage;
  private final HostUsage host;
  private final ObjectProperty<Optional<String>> node =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Span> span = new SimpleObjectProperty<>(Span.FIVE_MINUTES);
  private final BooleanProperty hostWanted = new SimpleBooleanProperty(true);
  private final BooleanBinding hostShown =
      Bindings.createBooleanBinding(
          () -> hostWanted.get() && node.get().isEmpty(), hostWanted, node);

  /** The graphs of this use: at first of the whole cluster, five minutes back, on this host. */
  public ResourcesViewModel(ClusterUsage usage, HostUsage host) {
    this.usage = usage;
    this.host = host;
  }

  /** The node that is drawn; empty: the whole cluster. */
  public ObjectProperty<Optional<String>> nodeProperty() {
    return node;
  }

  /** How far back. */
  public ObjectProperty<Span> spanProperty() {
    return span;
  }

  /** Whether the use of this machine as a whole is wanted beside the cluster's. */
  public BooleanProperty hostWantedProperty() {
    return hostWanted;
  }

  /** Whether it is shown: nodes have limits of their own. */
  public ObservableBooleanValue hostShownProperty() {
    return hostShown;
  }

  /**
   * Samples until closed, and this machine only while it is shown.
   *
   * @param onNew called whenever there is something new to draw
   */
  public Subscription watch(Runnable onNew) {
    Subscription ofCluster = usage.watch(Pace.CLOSE_LOOK, onNew);
    Subscription ofHost = new WhileShown(hostShown, () -> watchHost(onNew));
    return () -> {
      ofCluster.close();
      ofHost.close();
    };
  }

  /** What is new of this machine is drawn with what is new of the cluster: one frame, not two. */
  private Subscription watchHost(Runnable onNew) {
    return host.watch(
        Pace.CLOSE_LOOK,
        () -> {
          if (usage.current().isEmpty()) {
            onNew.run();
          }
        });
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

  /** The use of this machine as a curve behind the others; empty when there is none to show. */
  public double[] hostCurve(Graph graph) {
    return hostShown.get() ? host.series(graph.metrics().getFirst(), span.get()) : new double[0];
  }

  /** What this machine uses now, and can; empty when nothing is sampled. */
  public Optional<HostSample> host() {
    return hostShown.get() ? host.current() : Optional.empty();
  }

  /** The figure now, as chosen; empty when nothing is sampled. */
  public Optional<String> current(Graph graph, Metric metric) {
    OptionalDouble value = value(metric);
    return value.isPresent() ? Optional.of(graph.figure(value.getAsDouble())) : Optional.empty();
  }

  /** The same as a number. */
  public OptionalDouble value(Metric metric) {
    List<NodeSample> samples = samples();
    return samples.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(samples.stream().mapToDouble(metric::of).sum());
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
