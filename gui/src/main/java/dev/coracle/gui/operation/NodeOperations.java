package dev.coracle.gui.operation;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterService;
import dev.coracle.cluster.NodeRole;
import dev.coracle.cluster.progress.OneStep;
import dev.coracle.cluster.progress.ProgressListener;
import dev.coracle.cluster.resources.ClusterResources;
import dev.coracle.cluster.resources.ResourceConnections;
import dev.coracle.gui.operation.OperationViewModel.Kind;
import java.time.Duration;
import java.util.List;

/** Begins operations on single nodes. */
public final class NodeOperations {

  /** How long each pod may take to leave a node that is drained. */
  public static final Duration DRAIN = Duration.ofMinutes(2);

  private final Operations operations;
  private final ClusterService service;
  private final ResourceConnections connections;

  /** Operations of this service, and of the inside of its clusters. */
  public NodeOperations(
      Operations operations, ClusterService service, ResourceConnections connections) {
    this.operations = operations;
    this.service = service;
    this.connections = connections;
  }

  /** Adds nodes. */
  public OperationViewModel add(ClusterName name, NodeRole role, int count) {
    return operations.begin(
        Kind.ADD_NODES, name, progress -> service.addNodes(name, role, count, progress));
  }

  /** Drains nodes and removes them. */
  public OperationViewModel remove(ClusterName name, List<String> nodes) {
    return operations.begin(
        Kind.REMOVE_NODE, name, progress -> service.removeNodes(name, nodes, false, progress));
  }

  /** Stops a node. */
  public OperationViewModel stop(ClusterName name, String node) {
    return operations.begin(
        Kind.STOP_NODE, name, progress -> service.stopNode(name, node, Operations.GRACE, progress));
  }

  /** Starts a node. */
  public OperationViewModel start(ClusterName name, String node) {
    return operations.begin(
        Kind.START_NODE, name, progress -> service.startNode(name, node, progress));
  }

  /** Stops and starts a node. */
  public OperationViewModel restart(ClusterName name, String node) {
    return operations.begin(
        Kind.RESTART_NODE,
        name,
        progress -> {
          service.stopNode(name, node, Operations.GRACE, progress);
          service.startNode(name, node, progress);
        });
  }

  /** Moves a node's pods elsewhere. */
  public OperationViewModel drain(ClusterName name, String node) {
    return operations.begin(Kind.DRAIN_NODE, name, progress -> drain(name, node, progress));
  }

  private void drain(ClusterName name, String node, ProgressListener progress) {
    OneStep.run(
        "drain-" + node,
        "Draining node " + node,
        progress,
        step -> {
          try (ClusterResources resources = connections.connect(name)) {
            int left = resources.drain(node, DRAIN);
            step.output(left + " pods moved");
            return left;
          }
        });
  }
}
