package dev.coracle.cluster.local.start;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.bootstrap.Plan;
import dev.coracle.cluster.bootstrap.Step;
import dev.coracle.cluster.bootstrap.StepProgress;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.SpecVolumes;
import dev.coracle.cluster.layout.Subnet;
import dev.coracle.cluster.local.network.ClusterNetworks;
import dev.coracle.cluster.local.network.Edges;
import dev.coracle.cluster.local.network.HostPorts;
import dev.coracle.cluster.local.node.BootWatch;
import dev.coracle.cluster.local.parts.Credentials;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.local.step.ImageProgress;
import dev.coracle.cluster.local.step.ImageTime;
import dev.coracle.cluster.local.step.Later;
import dev.coracle.cluster.local.stop.Removal;
import dev.coracle.cluster.node.ClusterPlan;
import dev.coracle.cluster.node.NodeEvent;
import dev.coracle.cluster.pki.ClusterAuthorities;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes a cluster that does not exist yet. Everything that does not need a running API server
 * happens before or while the containers start.
 */
final class Creation {

  private final Tools tools;
  private final ClusterName name;
  private final ClusterSpec spec;
  private final StartRequest request;
  private final Later<ClusterAuthorities> authorities = new Later<>();
  private final NewCluster cluster = new NewCluster();
  private final NewNodes nodes;
  private final BootWatch boot;
  private final Unfinished unfinished;

  Creation(Tools tools, ClusterName name, ClusterSpec spec, StartRequest request, BootWatch boot) {
    this.tools = tools;
    this.name = name;
    this.spec = HostPorts.chosen(spec);
    this.request = request;
    this.boot = boot;
    this.nodes = new NewNodes(tools, name, this.spec, request, boot, cluster);
    this.unfinished = new Unfinished(tools.engine().volumes(), name);
  }

  /** The steps, in the order in which they may begin. */
  Plan plan() {
    List<Step> steps = new ArrayList<>();
    steps.add(Step.of("check", "Checking the engine", Set.of(), this::check));
    steps.add(
        Step.of("image", "Preparing the node image", Set.of("check"), this::ensureImage)
            .within(ImageTime.LIMIT));
    if (!spec.bare()) {
      steps.add(
          Step.of(
              "authorities", "Creating certificate authorities", Set.of(), this::issueAuthorities));
    }
    steps.add(
        Step.of("network", "Creating the network", Set.of("image"), this::createNetwork)
            .undoneBy(() -> new Removal(tools.engine()).all(name)));
    steps.add(
        spec.bare()
            ? Step.of("spec", "Keeping what was asked", Set.of("network"), p -> keep(""))
            : Step.of(
                "credentials",
                "Issuing certificates",
                Set.of("authorities", "network"),
                this::issue));
    nodes.addTo(steps, "network", spec.bare() ? "spec" : "credentials");
    Set<String> last = addWaiting(steps);
    steps.add(Step.of("finish", "Keeping the result", last, p -> unfinished.clear()));
    return new Plan(steps);
  }

  /** Adds what comes when the nodes are started; returns the ids of the last. */
  private Set<String> addWaiting(List<Step> steps) {
    if (spec.bare()) {
      steps.add(Step.of("edge", "Publishing ports", nodes.startIds(), progress -> startEdge()));
      steps.add(
          Step.of("ready", "Waiting for containerd", nodes.startIds(), this::awaitContainerd)
              .within(request.timeout()));
      return Set.of("ready", "edge");
    }
    new Settling(tools, request, spec, cluster, boot)
        .addTo(steps, nodes.startIds(), this::startEdge);
    return Set.of(Settling.LAST);
  }

  private void check(StepProgress progress) {
    new Preflight(tools.engine(), name, spec).check();
  }

  private void ensureImage(StepProgress progress) {
    cluster
        .recipe()
        .set(
            tools
                .images()
                .ensure(spec.kubernetesVersion(), request.image(), new ImageProgress(progress)));
  }

  private void issueAuthorities(StepProgress progress) {
    authorities.set(ClusterAuthorities.create(tools.clock()));
  }

  private void createNetwork(StepProgress progress) {
    unfinished.mark();
    Subnet subnet = new ClusterNetworks(tools.engine().networks()).create(name);
    cluster
        .plan()
        .set(
            new ClusterPlan(
                name,
                spec,
                subnet,
                NodeIdentity.ofSpec(spec, subnet),
                Identities.at(tools.clock().instant())));
  }

  private void issue(StepProgress progress) throws InterruptedException {
    Credentials issued = Credentials.issue(cluster.plan().get(), authorities.get(), tools.clock());
    cluster.credentials().set(issued);
    keep(issued.user().authority());
  }

  private void keep(String authority) {
    new SpecVolumes(tools.engine().volumes())
        .put(name, SpecVolumes.Kept.first(spec, tools.clock().instant(), authority));
  }

  private void startEdge() throws InterruptedException {
    new Edges(tools.engine().containers()).startAll(cluster.plan().get(), cluster.image(request));
  }

  private void awaitContainerd(StepProgress progress) throws InterruptedException {
    if (!request.awaitReady()) {
      progress.skipped("not asked for");
      return;
    }
    for (NodeIdentity node : cluster.plan().get().nodes()) {
      boot.await(node, NodeEvent.CONTAINERD_READY);
    }
  }
}
