package dev.coracle.cluster.local.network;

import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.local.step.WholeCall;
import dev.coracle.cluster.node.ClusterPlan;
import dev.coracle.cluster.node.EdgeContainer;
import java.util.List;

/**
 * Makes edges anew from another image, one after the other: what they publish, and where, stays.
 */
public final class EdgeRenewal {

  private final Containers containers;
  private final ClusterParts parts;
  private final ClusterPlan plan;
  private final String image;

  /** Makes those of a cluster anew from this image, as the plan wants them. */
  public EdgeRenewal(Containers containers, ClusterParts parts, ClusterPlan plan, String image) {
    this.containers = containers;
    this.parts = parts;
    this.plan = plan;
    this.image = image;
  }

  /** Makes these anew, the others stay. */
  public void renew(List<ContainerInfo> edges) {
    // Between its removal and its return nobody would know what it published.
    edges.forEach(edge -> WholeCall.run(() -> renew(edge)));
  }

  private void renew(ContainerInfo edge) {
    int apiPort = parts.apiPort().orElseGet(() -> HostPorts.of(plan.spec()));
    containers.remove(edge.name());
    Edges edges = new Edges(containers);
    EdgeContainer.portOf(edge.labels())
        .ifPresentOrElse(
            port -> edges.startPort(plan, port, image, edge.address().orElseThrow()),
            () -> edges.start(plan, parts.edges().first(plan.spec()), image, apiPort));
  }
}
