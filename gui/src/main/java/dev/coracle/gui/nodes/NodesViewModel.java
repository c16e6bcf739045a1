package dev.coracle.gui.nodes;

import dev.coracle.cluster.NodeRole;
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
import javafx.beans.binding.BooleanBinding;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a cluster: the engine's view of their containers, the API's view of them, and what
 * they use, brought together. The page works without the API too.
 */
public final class NodesViewModel {

  private final ClusterViewModel cluster;
  private final ClusterConnection connection;
  private final ClusterUsage usage;
  private final NodeOperations operations;
  private final Background background;
  private final SelectedNode selected;
  private final RowList registered = new RowList();
  private final ObservableList<NodeRow> rows = FXCollections.observableArrayList();
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
    this.selected = new SelectedNode(cluster, connection, operations, background);
    connection.onOpen(this::follow);
    cluster.clusterProperty().subscribe(_ -> compose());
  }

  /** The nodes, control planes first. */
  public ObservableList<NodeRow> rows() {
    return rows;
  }

  /** The node that verbs mean. */
  public SelectedNode selected() {
    return selected;
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

  /** Its control planes. */
  ControlPlanes controlPlanes() {
    return new ControlPlanes(cluster.name(), rows, operations);
  }

  /** Adds workers. */
  public OperationViewModel addWorkers(int count) {
    return operations.add(cluster.name(), NodeRole.WORKER, count);
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
      selected.keepWhile(() -> rows.setAll(fresh), fresh);
    }
  }
}
