package dev.coracle.gui.nodes;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.NodeRole;
import dev.coracle.gui.operation.NodeOperations;
import dev.coracle.gui.operation.OperationViewModel;
import java.util.List;

/** A cluster's control planes, which come and go in twos. */
final class ControlPlanes {

  /** How many come or go together: an even number of them would agree no better. */
  static final int TOGETHER = 2;

  private static final int MOST = 5;

  private final ClusterName cluster;
  private final List<NodeRow> rows;
  private final NodeOperations operations;

  /** Those among these rows, which follow the cluster. */
  ControlPlanes(ClusterName cluster, List<NodeRow> rows, NodeOperations operations) {
    this.cluster = cluster;
    this.rows = rows;
    this.operations = operations;
  }

  /** Their names, the oldest first. */
  List<String> names() {
    return rows.stream()
        .filter(row -> row.role() == NodeRole.CONTROL_PLANE)
        .map(NodeRow::name)
        .toList();
  }

  /** Whether two more would not be too many. */
  boolean canGrow() {
    return names().size() + TOGETHER <= MOST;
  }

  /** Adds two. */
  OperationViewModel grow() {
    return operations.add(cluster, NodeRole.CONTROL_PLANE, TOGETHER);
  }

  /** Removes these; their pods move first. */
  OperationViewModel remove(List<String> names) {
    return operations.remove(cluster, names);
  }
}
