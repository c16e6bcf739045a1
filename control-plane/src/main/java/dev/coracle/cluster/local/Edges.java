package dev.coracle.cluster.local;

import dev.coracle.cluster.engine.ContainerSpec;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.TarArchive;
import dev.coracle.cluster.node.ClusterPlan;
import dev.coracle.cluster.node.EdgeContainer;
import dev.coracle.cluster.node.Forwarding;
import dev.coracle.cluster.node.NodeFiles;

/** Makes and starts the edges that publish a cluster's API and its ports. */
final class Edges {

  private final Containers containers;

  Edges(Containers containers) {
    this.containers = containers;
  }

  /** Makes the first one from this image, with the API at this port of the host, and starts it. */
  void start(ClusterPlan plan, Forwarding edge, String image, int apiPort) {
    start(plan, edge, EdgeContainer.of(plan, edge, image, apiPort));
  }

  /** Makes the edge of a later port at this address, and starts it. */
  void startPort(ClusterPlan plan, Forwarding edge, String image, String address) {
    start(plan, edge, EdgeContainer.ofPort(plan, edge, image, address));
  }

  private void start(ClusterPlan plan, Forwarding edge, ContainerSpec container) {
    WholeCall.run(() -> containers.create(container));
    containers.copyIn(
        container.name(), "/etc/haproxy", TarArchive.of(NodeFiles.ofEdge(plan, edge)));
    containers.start(container.name());
  }
}
