package dev.coracle.cluster.local;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.ExecSpec;
import dev.coracle.cluster.engine.TarArchive;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.node.ClusterPlan;
import dev.coracle.cluster.node.EdgeServers;
import dev.coracle.cluster.node.NodeFiles;
import java.util.List;

/** Lets nodes come to an edge and go from it while it serves, and in its file for later. */
final class LiveEdge {

  private final Containers containers;
  private final ClusterParts parts;

  LiveEdge(Containers containers, ClusterParts parts) {
    this.containers = containers;
    this.parts = parts;
  }

  /** Forwards to these nodes too. */
  void add(ClusterPlan after, List<NodeIdentity> nodes) {
    keep(after);
    for (NodeIdentity node : nodes) {
      EdgeServers.additions(after, node).forEach(this::takeIn);
    }
  }

  private void takeIn(String command) {
    String answer = tell(command);
    if (runs() && !answer.contains(EdgeServers.TAKEN_IN)) {
      throw new ClusterException(
          Problem.of(
                  Problem.Code.NODE_BROKEN,
                  "The edge of cluster \"%s\" refused a new server.".formatted(parts.name()),
                  "Run `coracle restart %s`.".formatted(parts.name()))
              .withOutput(answer));
    }
  }

  /** Forwards nothing to these nodes any more. */
  void remove(ClusterPlan after, List<NodeIdentity> nodes) {
    keep(after);
    for (NodeIdentity node : nodes) {
      EdgeServers.removals(after, node).forEach(this::tell);
    }
  }

  private void keep(ClusterPlan plan) {
    if (parts.edge().isPresent()) {
      containers.copyIn(edge(), "/etc/haproxy", TarArchive.of(NodeFiles.ofEdge(plan)));
    }
  }

  private String tell(String command) {
    if (!runs()) {
      return "";
    }
    String script = "printf '%s\\n' \"$1\" | socat - UNIX-CONNECT:" + EdgeServers.SOCKET;
    ExecSpec spec = ExecSpec.of("sh", "-c", script, "sh", command);
    return NodeCommands.require(containers, edge(), spec).stdout();
  }

  private boolean runs() {
    return parts
        .edge()
        .filter(container -> container.state() == ContainerInfo.State.RUNNING)
        .isPresent();
  }

  private String edge() {
    return ObjectNames.edge(parts.name());
  }
}
