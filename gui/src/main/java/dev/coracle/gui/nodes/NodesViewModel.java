package dev.coracle.gui.nodes;

import dev.coracle.cluster.NodeRole;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.Subscription;
import dev.coracle.cluster.resources.ClusterResources;
import dev.coracle.cluster.resources.ResourceEvent;
import dev.coracle.cluster.resources.ResourceKind;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.async.Pace;
import dev.coracle.gui.clusters.ClusterViewModel;
import dev.coracle.gui.graphs.ClusterUsage;
import dev.coracle.gui.live.ClusterConnection;
import dev.coracle.gui.live.RowList;
import dev.coracle.gui.live.TableFeed;
import dev.coracle.gui.operation.NodeOperations;
import dev.coracle.gui.operation.OperationViewModel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a cluster: the engine's view of their containers, the API's view of them, and what
 * they use, brought together. The page works without the API too.
 */
public final class NodesViewModel {

  private static final Set<NodeCondition> ALIVE =
      Set.of(
          NodeCondition.RUNNING,
          NodeCondition.CORDONED,
          NodeCondition.UNCONFIGURED,
          NodeCondition.NOT_READY);
  private static final Set<NodeCondition> KNOWN_TO_KUBERNETES =
      Set.of(NodeCondition.RUNNING, NodeCondition.CORDONED, NodeCondition.NOT_READY);
  private static final Set<NodeCondition> ENDED =
      Set.of(NodeCondition.STOPPED, NodeCondition.MISSING, NodeCondition.CREATED);

  private final ClusterViewModel cluster;
  private final ClusterConnection connection;
  private final ClusterUsage usage;
  private final NodeOperations operations;
  private final Background background;
  private final RowList registered = new RowList();
  private final ObservableList<NodeRow> rows = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable NodeRow> selected = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private @Nullable TableFeed feed;
  private Subscription sampling = () -> {};

  /** The nodes of this cluster; the API is not asked until {@link #open}. */
  public NodesViewModel(
      ClusterViewModel cluster,
      ClusterConnection connection,
      ClusterUsage usage,
      NodeOperations operations,
      Background background) {
    this.cluster = cluster;
    this.connection = connection;
    this.usage = usage;
    this.operations = operations;
    this.background = background;
    connection.onOpen(this::follow);
    cluster.clusterProperty().subscribe(_ -> compose());
  }

  /** The nodes, control planes first. */
  public ObservableList<NodeRow> rows() {
    return rows;
  }

  /** The node that the verbs mean; null for none. */
  public ObjectProperty<@Nullable NodeRow> selectedProperty() {
    return selected;
  }

  /** Why the last thing that was asked was not done; null when it was. */
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Asks the API and samples, until {@link #close}. */
  public void open() {
    if (!connection.isWanted()) {
      connection.open();
      sampling.close();
      sampling = usage.watch(Pace.CLOSE_LOOK, this::compose);
    }
  }

  /** Asks and samples no more. */
  public void close() {
    sampling.close();
    if (feed != null) {
      feed.close();
      feed = null;
    }
    connection.close();
  }

  /** Whether its nodes are bare, so that what they become is up to their user. */
  boolean isBare() {
    return cluster.clusterProperty().get().spec().bare();
  }

  /** Whether nodes can be added now. */
  public BooleanBinding canAdd() {
    return cluster.canPause();
  }

  /** Whether {@link #start} makes sense now. */
  public BooleanBinding canStart() {
    return when(ENDED);
  }

  /** Whether {@link #stop}, {@link #restart} and a shell make sense now. */
  public BooleanBinding canStop() {
    return when(ALIVE);
  }

  /** Whether {@link #cordon} and {@link #drain} make sense now. */
  public BooleanBinding canDrain() {
    return when(KNOWN_TO_KUBERNETES);
  }

  /** Whether {@link #remove} makes sense now. */
  public BooleanBinding canRemove() {
    return when(Set.of(NodeCondition.values()));
  }

  /** Whether the selected node is cordoned. */
  public BooleanBinding isCordoned() {
    return Bindings.createBooleanBinding(
        () -> condition().filter(NodeCondition.CORDONED::equals).isPresent(), selected);
  }

  private BooleanBinding when(Set<NodeCondition> conditions) {
    return Bindings.createBooleanBinding(
        () -> !cluster.busyProperty().get() && condition().filter(conditions::contains).isPresent(),
        selected,
        cluster.busyProperty());
  }

  private Optional<NodeCondition> condition() {
    return Optional.ofNullable(selected.get()).map(NodeRow::condition);
  }

  /** Its control planes. */
  ControlPlanes controlPlanes() {
    return new ControlPlanes(cluster.name(), rows, operations);
  }

  /** Adds workers. */
  public OperationViewModel addWorkers(int count) {
    return operations.add(cluster.name(), NodeRole.WORKER, count);
  }

  /** Removes the selected node; its pods move first. */
  public OperationViewModel remove() {
    return operations.remove(cluster.name(), List.of(name()));
  }

  /** Stops the selected node. */
  public OperationViewModel stop() {
    return operations.stop(cluster.name(), name());
  }

  /** Starts the selected node. */
  public OperationViewModel start() {
    return operations.start(cluster.name(), name());
  }

  /** Stops and starts the selected node. */
  public OperationViewModel restart() {
    return operations.restart(cluster.name(), name());
  }

  /** Cordons the selected node and moves its pods elsewhere. */
  public OperationViewModel drain() {
    return operations.drain(cluster.name(), name());
  }

  /** Keeps new pods away from the selected node, or lets them come again. */
  public void cordon(boolean wanted) {
    String node = name();
    problem.set(null);
    background.run(
        () -> {
          connection.require().cordon(node, wanted);
          return node;
        },
        _ -> {},
        problem::set);
  }

  private String name() {
    NodeRow row = selected.get();
    if (row == null) {
      throw new IllegalStateException("no node is selected");
    }
    return row.name();
  }

  private void follow(ClusterResources resources, List<ResourceKind> kinds) {
    ClusterConnection.kind(kinds, "nodes")
        .ifPresent(
            kind ->
                feed = new TableFeed(background, this::told, _ -> {}).open(resources, kind, ""));
  }

  private void told(List<ResourceEvent> events) {
    registered.applyAll(events);
    compose();
  }

  /** What is selected stays selected, by its name. */
  private void compose() {
    List<NodeRow> fresh =
        cluster.clusterProperty().get().status().nodes().stream()
            .map(node -> NodeRow.of(node, registered, usage.current(node.name())))
            .toList();
    if (!fresh.equals(rows)) {
      NodeRow before = selected.get();
      rows.setAll(fresh);
      selected.set(before == null ? null : same(before, fresh));
    }
  }

  private static @Nullable NodeRow same(NodeRow before, List<NodeRow> fresh) {
    return fresh.stream().filter(row -> row.name().equals(before.name())).findFirst().orElse(null);
  }
}
