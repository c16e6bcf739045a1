package dev.coracle.cluster.local.network;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.ContainerSpec;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.TarArchive;
import dev.coracle.cluster.local.parts.ClusterEdges;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.local.step.WholeCall;
import dev.coracle.cluster.node.ClusterPlan;
import dev.coracle.cluster.node.EdgeContainer;
import dev.coracle.cluster.node.Forwarding;
import dev.coracle.cluster.node.NodeFiles;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Makes and starts the edges that publish a cluster's API and its ports. */
public final class Edges {

  private final Containers containers;

  /** Makes edges in this engine. */
  public Edges(Containers containers) {
    this.containers = containers;
  }

  /** Makes those of a new cluster from this image, and starts them. */
  public void startAll(ClusterPlan plan, String image) {
    ClusterEdges none = ClusterParts.none(plan.name()).edges();
    start(plan, none.first(plan.spec()), image, HostPorts.of(plan.spec()));
    startPorts(plan, none.lost(plan.spec()), image, Set.of());
  }

  /** Makes the first one from this image, with the API at this port of the host, and starts it. */
  public void start(ClusterPlan plan, Forwarding edge, String image, int apiPort) {
    start(plan, edge, EdgeContainer.of(plan, edge, image, apiPort));
  }

  /** Makes an edge for each of these ports at an address that is not taken, and starts it. */
  public void startPorts(
      ClusterPlan plan, List<PortMapping> ports, String image, Set<String> taken) {
    Iterator<String> free =
        plan.subnet().portEdges().stream().filter(address -> !taken.contains(address)).iterator();
    for (PortMapping port : ports) {
      if (!free.hasNext()) {
        throw full(plan);
      }
      startPort(plan, port, image, free.next());
    }
  }

  /** Makes the edge of this port at this address, and starts it. */
  void startPort(ClusterPlan plan, PortMapping port, String image, String address) {
    Forwarding edge = Forwarding.ofPort(plan.name(), port);
    start(plan, edge, EdgeContainer.ofPort(plan, edge, image, address));
  }

  private static ClusterException full(ClusterPlan plan) {
    return new ClusterException(
        Problem.of(
            Problem.Code.CANNOT_CHANGE_LIVE,
            "Cluster \"%s\" has no address left for another port.".formatted(plan.name()),
            "Remove a port first."));
  }

  private void start(ClusterPlan plan, Forwarding edge, ContainerSpec container) {
    WholeCall.run(() -> containers.create(container));
    containers.copyIn(
        container.name(), NodeFiles.EDGE_ROOT, TarArchive.of(NodeFiles.ofEdge(plan, edge)));
    containers.start(container.name());
  }
}
