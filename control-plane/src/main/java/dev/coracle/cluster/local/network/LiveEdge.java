package dev.coracle.cluster.local.network;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.ExecSpec;
import dev.coracle.cluster.engine.TarArchive;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.local.node.NodeCommands;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.node.ClusterPlan;
import dev.coracle.cluster.node.EdgeServers;
import dev.coracle.cluster.node.Forwarding;
import dev.coracle.cluster.node.NodeFiles;
import java.util.List;

/** Lets nodes come to the edges and go from them while they serve, and in their files for later. */
public final class LiveEdge {

  private final Containers containers;
  private final ClusterParts parts;

  /** The edges that this cluster has. */
  public LiveEdge(Containers containers, ClusterParts parts) {
    this.containers = containers;
    this.parts = parts;
  }

  /** Forwards to these nodes too. */
  public void add(ClusterPlan after, List<NodeIdentity> nodes) {
    for (Forwarding edge : parts.edges().all(after.spec())) {
      keep(after, edge);
      for (NodeIdentity node : nodes) {
        EdgeServers.additions(edge, node).forEach(command -> takeIn(edge, command));
      }
      if (parts.controlPlanes().size() == 1 && after.controlPlanes().size() > 1) {
        EdgeServers.checking(edge, parts.firstControlPlane()).forEach(it -> tell(edge, it));
      }
    }
  }

  /** Gives every edge its files anew, for what is changed without nodes that come or go. */
  public void renewFiles(ClusterPlan after) {
    parts.edges().all(after.spec()).forEach(edge -> keep(after, edge));
  }

  private void takeIn(Forwarding edge, String command) {
    String answer = tell(edge, command);
    if (parts.isRunning(edge.container()) && !answer.contains(EdgeServers.TAKEN_IN)) {
      throw new ClusterException(
          Problem.of(
                  Problem.Code.NODE_BROKEN,
                  "The edge %s refused a new server.".formatted(edge.container()),
                  "Run `coracle restart %s`.".formatted(parts.name()))
              .withOutput(answer));
    }
  }

  /** Forwards nothing to these nodes any more. */
  public void remove(ClusterPlan after, List<NodeIdentity> nodes) {
    for (Forwarding edge : parts.edges().all(after.spec())) {
      keep(after, edge);
      for (NodeIdentity node : nodes) {
        EdgeServers.removals(edge, node).forEach(command -> tell(edge, command));
      }
      if (parts.controlPlanes().size() > 1 && after.controlPlanes().size() == 1) {
        NodeIdentity last = after.controlPlanes().getFirst();
        EdgeServers.trusting(edge, last).forEach(it -> tell(edge, it));
      }
    }
  }

  private void keep(ClusterPlan plan, Forwarding edge) {
    containers.copyIn(
        edge.container(), NodeFiles.EDGE_ROOT, TarArchive.of(NodeFiles.ofEdge(plan, edge)));
    if (edge.isUdp() && parts.isRunning(edge.container())) {
      reload(edge);
    }
  }

  /** A UDP edge reads its file again; it has no connections that this could cut. */
  private void reload(Forwarding edge) {
    NodeCommands.require(containers, edge.container(), ExecSpec.of("sh", "-c", "kill -HUP 1"));
  }

  private String tell(Forwarding edge, String command) {
    if (!parts.isRunning(edge.container())) {
      return "";
    }
    String script = "printf '%s\\n' \"$1\" | socat - UNIX-CONNECT:" + EdgeServers.SOCKET;
    ExecSpec spec = ExecSpec.of("sh", "-c", script, "sh", command);
    return NodeCommands.require(containers, edge.container(), spec).stdout();
  }
}
