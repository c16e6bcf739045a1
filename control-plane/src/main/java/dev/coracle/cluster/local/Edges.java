package dev.coracle.cluster.local;

import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.TarArchive;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.node.ClusterPlan;
import dev.coracle.cluster.node.EdgeContainer;
import dev.coracle.cluster.node.NodeFiles;

/** Makes and starts the edge that publishes a cluster's API and its first ports. */
final class Edges {

  private final Containers containers;

  Edges(Containers containers) {
    this.containers = containers;
  }

  /** Makes it from this image, with the API at this port of the host, and starts it. */
  void start(ClusterPlan plan, String image, int apiPort) {
    String name = ObjectNames.edge(plan.name());
    WholeCall.run(() -> containers.create(EdgeContainer.of(plan, image, apiPort)));
    containers.copyIn(name, "/etc/haproxy", TarArchive.of(NodeFiles.ofEdge(plan)));
    containers.start(name);
  }
}
