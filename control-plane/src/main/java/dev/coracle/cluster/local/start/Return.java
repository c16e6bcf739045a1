package dev.coracle.cluster.local.start;

import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.bootstrap.Plan;
import dev.coracle.cluster.bootstrap.Step;
import dev.coracle.cluster.bootstrap.StepProgress;
import dev.coracle.cluster.kube.KubeApi;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.local.network.ClusterNetworks;
import dev.coracle.cluster.local.node.BootWatch;
import dev.coracle.cluster.local.node.Readiness;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.local.parts.Inventory;
import dev.coracle.cluster.local.parts.KubeconfigEntries;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.local.step.Later;
import dev.coracle.cluster.local.stop.Pausing;
import dev.coracle.cluster.local.upgrade.HalfUpgrade;
import dev.coracle.cluster.node.ClusterPlan;
import dev.coracle.cluster.node.NodeEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Brings back a cluster that exists: thaws, starts, makes lost containers again from their volumes,
 * and applies limits that were changed.
 */
public final class Return {

  private final Tools tools;
  private final ClusterParts parts;
  private final ClusterSpec wanted;
  private final StartRequest request;
  private final BootWatch boot;
  private final Set<String> only;
  private final Later<ClusterPlan> cluster = new Later<>();
  private final Instant since;

  /** Brings back every node, with the options of the spec that is wanted. */
  public Return(
      Tools tools, ClusterParts parts, ClusterSpec wanted, StartRequest request, BootWatch boot) {
    this(tools, parts, wanted, request, boot, names(parts));
  }

  private static Set<String> names(ClusterParts parts) {
    return parts.nodes().stream().map(NodeIdentity::name).collect(Collectors.toSet());
  }

  /** Brings back only the nodes of these names. */
  public Return(
      Tools tools,
      ClusterParts parts,
      ClusterSpec wanted,
      StartRequest request,
      BootWatch boot,
      Set<String> only) {
    this.only = Set.copyOf(only);
    this.tools = tools;
    this.parts = parts;
    this.wanted = wanted;
    this.request = request;
    this.boot = boot;
    this.since = Readiness.before(tools.clock().instant());
  }

  /** Everything that it takes, thawing first. */
  public Plan plan() {
    List<Step> thaws = new Pausing(tools.engine().containers(), parts).resumeSteps();
    List<Step> steps = new ArrayList<>(thaws);
    steps.addAll(stepsAfter(ids(thaws)));
    return new Plan(steps);
  }

  /** The steps behind these others, of a cluster of which nothing is frozen. */
  public List<Step> stepsAfter(Set<String> before) {
    List<Step> steps = new ArrayList<>();
    OptionChanges changes = new OptionChanges(tools, parts, wanted);
    changes.addBeforeStart(steps, before);
    List<NodeIdentity> resting = resting();
    if (!resting.isEmpty() || !edgeRuns()) {
      addStarts(steps, resting, with(before, steps));
    }
    changes.addAfterStart(steps, with(before, steps));
    if (!wanted.bare()) {
      steps.add(
          Step.of(
              "kubeconfig",
              "Checking the kubeconfig context",
              with(before, steps),
              this::kubeconfig));
    }
    return steps;
  }

  private static Set<String> with(Set<String> before, List<Step> steps) {
    Set<String> ids = ids(steps);
    ids.addAll(before);
    return ids;
  }

  private static Set<String> ids(List<Step> steps) {
    Set<String> ids = new HashSet<>();
    steps.forEach(step -> ids.add(step.id()));
    return ids;
  }

  private List<NodeIdentity> resting() {
    return parts.nodes().stream()
        .filter(node -> only.contains(node.name()))
        .filter(node -> !parts.isAwake(node))
        .toList();
  }

  private boolean edgeRuns() {
    return parts.edge().filter(ClusterParts::isAwake).isPresent()
        && parts.edges().resting().isEmpty()
        && parts.edges().lost(wanted).isEmpty();
  }

  private void addStarts(List<Step> steps, List<NodeIdentity> resting, Set<String> before) {
    steps.add(Step.of("network", "Checking the network", before, this::ensureNetwork));
    Set<String> starts = new HashSet<>();
    for (NodeIdentity node : resting) {
      String id = "start-" + node.name();
      starts.add(id);
      steps.add(
          Step.of(id, "Starting node " + node.name(), Set.of("network"), p -> start(node, p)));
    }
    // The engine starts one container at a time, and the edge takes the least to be ready.
    steps.add(
        Step.of(
            "edge",
            "Publishing the API port",
            starts.isEmpty() ? Set.of("network") : starts,
            this::startEdge));
    steps.add(
        Step.of(
                "ready",
                wanted.bare() ? "Waiting for containerd" : "Waiting until nodes and DNS are ready",
                Set.of("edge"),
                p -> awaitReady(resting, p))
            .within(request.timeout()));
  }

  private void ensureNetwork(StepProgress progress) {
    ClusterNetworks networks = new ClusterNetworks(tools.engine().networks());
    ClusterPlan plan = parts.plan(wanted);
    if (networks.find(parts.name()).isEmpty()) {
      networks.create(parts.name(), plan.subnet());
    }
    cluster.set(plan);
  }

  private void startEdge(StepProgress progress) throws InterruptedException {
    new EdgeReturn(tools, parts, cluster.get(), image(progress)).start();
  }

  private void start(NodeIdentity node, StepProgress progress) throws InterruptedException {
    new NodeReturn(tools, parts, cluster.get(), request.image(), boot).start(node, image(progress));
  }

  private Supplier<String> image(StepProgress progress) {
    return () -> new ReturnImage(tools, parts).reference(request.image(), wanted, progress);
  }

  private void awaitReady(List<NodeIdentity> started, StepProgress progress)
      throws InterruptedException {
    if (!request.awaitReady()) {
      progress.skipped("not asked for");
      return;
    }
    if (started.isEmpty()) {
      progress.skipped("only the edge was away");
      return;
    }
    // What kubeadm made of bare nodes comes back by itself; what that is, is the user's affair.
    String event = wanted.bare() ? NodeEvent.CONTAINERD_READY : NodeEvent.API_READY;
    for (NodeIdentity node : started) {
      boot.await(node, event);
    }
    if (!wanted.bare()) {
      awaitCluster(started);
    }
  }

  private void awaitCluster(List<NodeIdentity> started) throws InterruptedException {
    ClusterPlan of = cluster.get().with(started);
    try (KubeApi api = tools.api(parts.name())) {
      new HalfUpgrade(tools, parts, boot).bringPrograms(api, started);
      new Readiness(api, boot, request.timeout()).awaitReturn(of, since);
    }
  }

  private void kubeconfig(StepProgress progress) {
    ClusterParts now = new Inventory(tools.engine()).find(parts.name()).orElse(parts);
    new KubeconfigEntries(tools).ensure(now, request.keepContext());
  }
}
