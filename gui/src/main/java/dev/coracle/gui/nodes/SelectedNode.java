package dev.coracle.gui.nodes;

import dev.coracle.cluster.Problem;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.clusters.ClusterViewModel;
import dev.coracle.gui.live.ClusterConnection;
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
import org.jspecify.annotations.Nullable;

/** The node that a person has selected: what can be done to it now, and what does it. */
public final class SelectedNode {

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
  private final NodeOperations operations;
  private final Background background;
  private final ObjectProperty<@Nullable NodeRow> selected = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

  SelectedNode(
      ClusterViewModel cluster,
      ClusterConnection connection,
      NodeOperations operations,
      Background background) {
    this.cluster = cluster;
    this.connection = connection;
    this.operations = operations;
    this.background = background;
  }

  /** The node; null for none. */
  public ObjectProperty<@Nullable NodeRow> property() {
    return selected;
  }

  /** Why the last thing that was asked was not done; null when it was. */
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Changes the rows that it is one of; what was selected stays selected, by its name. */
  void keepWhile(Runnable change, List<NodeRow> fresh) {
    NodeRow before = selected.get();
    change.run();
    selected.set(before == null ? null : same(before, fresh));
  }

  private static @Nullable NodeRow same(NodeRow before, List<NodeRow> fresh) {
    return fresh.stream().filter(row -> row.name().equals(before.name())).findFirst().orElse(null);
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

  /** Whether it is cordoned. */
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

  /** Removes it; its pods move first. */
  public OperationViewModel remove() {
    return operations.remove(cluster.name(), List.of(name()));
  }

  /** Stops it. */
  public OperationViewModel stop() {
    return operations.stop(cluster.name(), name());
  }

  /** Starts it. */
  public OperationViewModel start() {
    return operations.start(cluster.name(), name());
  }

  /** Stops and starts it. */
  public OperationViewModel restart() {
    return operations.restart(cluster.name(), name());
  }

  /** Cordons it and moves its pods elsewhere. */
  public OperationViewModel drain() {
    return operations.drain(cluster.name(), name());
  }

  /** Keeps new pods away from it, or lets them come again. */
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
}
