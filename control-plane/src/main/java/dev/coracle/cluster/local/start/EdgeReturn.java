package dev.coracle.cluster.local.start;

import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.bootstrap.Parallel;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.local.network.Edges;
import dev.coracle.cluster.local.network.HostPorts;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.local.parts.Inventory;
import dev.coracle.cluster.local.parts.KubeconfigEntries;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.node.ClusterPlan;
import java.util.List;
import java.util.function.Supplier;

/** Starts a cluster's edges, and makes those again that are lost. */
final class EdgeReturn {

  private final Tools tools;
  private final ClusterParts parts;
  private final ClusterPlan plan;
  private final Supplier<String> image;

  /**
   * @param image of which lost ones are made; asked for only then
   */
  EdgeReturn(Tools tools, ClusterParts parts, ClusterPlan plan, Supplier<String> image) {
    this.tools = tools;
    this.parts = parts;
    this.plan = plan;
    this.image = image;
  }

  void start() {
    startFirst();
    Parallel.each(parts.edges().resting(), tools.engine().containers()::start);
    if (!wanted().ports().isEmpty()) {
      publishLost();
    }
  }

  private ClusterSpec wanted() {
    return plan.spec();
  }

  private void startFirst() {
    if (parts.edge().isPresent()) {
      tools.engine().containers().start(ObjectNames.edge(parts.name()));
    } else {
      // Whoever noted the address of the API, as in another kubeconfig, finds it there again.
      int port = HostPorts.again(wanted(), new KubeconfigEntries(tools).port(parts.name()));
      edges().start(plan, parts.edges().first(wanted()), image.get(), port);
    }
  }

  private Edges edges() {
    return new Edges(tools.engine().containers());
  }

  /** Only now the first edge tells which ports it publishes; a kill may have cost another's. */
  private void publishLost() {
    ClusterParts now = new Inventory(tools.engine()).find(parts.name()).orElse(parts);
    List<PortMapping> lost = now.edges().lost(wanted());
    if (!lost.isEmpty()) {
      edges().startPorts(plan, lost, image.get(), now.edges().addresses());
    }
  }
}
