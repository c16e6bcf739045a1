package dev.coracle.gui.nodes;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Problem;
import dev.coracle.gui.HostPrograms;
import dev.coracle.gui.async.Background;
import java.util.function.Consumer;

/**
 * Opens shells in nodes.
 *
 * @param cluster whose nodes
 * @param programs opens terminals
 * @param background blocking work
 */
public record ClusterShells(ClusterName cluster, HostPrograms programs, Background background) {

  /**
   * Opens one in this node.
   *
   * @param onProblem takes why there is none, on the UI thread
   */
  public void open(String node, Consumer<Problem> onProblem) {
    background.run(
        () -> {
          programs.openShell(cluster, node);
          return node;
        },
        _ -> {},
        onProblem);
  }
}
