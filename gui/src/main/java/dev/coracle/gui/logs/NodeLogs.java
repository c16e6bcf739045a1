package dev.coracle.gui.logs;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.NodeAccess;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The logs of a cluster's nodes. */
record NodeLogs(ClusterName cluster, NodeAccess access) implements LogSource {

  @Override
  public List<String> components(Optional<String> node) {
    return access.logComponents(cluster, node);
  }

  @Override
  public Subscription read(
      Optional<String> node,
      Optional<String> component,
      Consumer<TimedLine> lines,
      Consumer<Problem> problem) {
    return access.logs(
        cluster, node, component, true, line -> lines.accept(TimedLine.inOrder(line)));
  }
}
