package dev.coracle.cluster.local.start;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.bootstrap.Plan;
import dev.coracle.cluster.bootstrap.Step;
import dev.coracle.cluster.bootstrap.StepProgress;
import dev.coracle.cluster.engine.ContainerSpec;
import dev.coracle.cluster.engine.FileSet;
import dev.coracle.cluster.engine.TarArchive;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.layout.SpecVolumes;
import dev.coracle.cluster.layout.Subnet;
import dev.coracle.cluster.local.network.ClusterNetworks;
import dev.coracle.cluster.local.network.Edges;
import dev.coracle.cluster.local.network.HostPorts;
import dev.coracle.cluster.local.node.BootWatch;
import dev.coracle.cluster.local.node.NodeSurroundings;
import dev.coracle.cluster.local.parts.Credentials;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.local.step.ImageProgress;
import dev.coracle.cluster.local.step.ImageTime;
import dev.coracle.cluster.local.step.Later;
import dev.coracle.cluster.local.step.WholeCall;
import dev.coracle.cluster.local.stop.Removal;
import dev.coracle.cluster.node.ClusterPlan;
import dev.coracle.cluster.node.NodeContainer;
import dev.coracle.cluster.node.NodeEvent;
import dev.coracle.cluster.node.NodeFiles;
import dev.coracle.cluster.pki.ClusterAuthorities;
import dev.coracle.image.NodeRecipe;
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
  private final Later<NodeRecipe> recipe = new Later<>();
  private final Later<ClusterAuthorities> authorities = new Later<>();
  private final Later<ClusterPlan> plan = new Later<>();
  private final Later<Credentials> credentials = new Later<>();
  private final BootWatch boot;
  private final Unfinished unfinished;

  Creation(Tools tools, ClusterName name, ClusterSpec spec, StartRequest request, BootWatch boot) {
    this.tools = tools;
    this.name = name;
    this.spec = HostPorts.chosen(spec);
    this.request = request;
    this.boot = boot;
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
    addNodes(steps);
    Set<String> last = addWaiting(steps);
    steps.add(Step.of("finish", "Keeping the result", last, p -> unfinished.clear()));
    return new Plan(steps);
  }

  /** Adds what comes when the nodes are started; returns the ids of the last. */
  private Set<String> addWaiting(List<Step> steps) {
    if (spec.bare()) {
      steps.add(Step.of("edge", "Publishing ports", startIds(), progress -> startEdge()));
      steps.add(
          Step.of("ready", "Waiting for containerd", startIds(), this::awaitContainerd)
              .within(request.timeout()));
      return Set.of("ready", "edge");
    }
    new Settling(tools, request, spec, this::settlingInputs, boot)
        .addTo(steps, startIds(), this::startEdge);
    return Set.of(Settling.LAST);
  }

  /** The nodes that this spec asks for. */
  static List<NodeIdentity> layout(ClusterSpec spec) {
    // Names and numbers do not depend on the subnet, which is only known when the plan runs.
    return NodeIdentity.ofSpec(spec, Subnet.candidates().getFirst());
  }

  private void addNodes(List<Step> steps) {
    for (NodeIdentity node : layout(spec)) {
      String create = "create-" + node.name();
      steps.add(
          Step.of(
              create,
              "Creating node " + node.name(),
              Set.of("network"),
              progress -> create(node.number())));
      steps.add(
          Step.of(
              startId(node),
              "Starting node " + node.name(),
              Set.of(create, spec.bare() ? "spec" : "credentials"),
              progress -> start(node.number())));
    }
  }

  private static String startId(NodeIdentity node) {
    return "start-" + node.name();
  }

  private Set<String> startIds() {
    return layout(spec).stream()
        .map(Creation::startId)
        .collect(java.util.stream.Collectors.toSet());
  }

  private void check(StepProgress progress) {
    new Preflight(tools.engine(), name, spec).check();
  }

  private void ensureImage(StepProgress progress) {
    recipe.set(
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
    plan.set(
        new ClusterPlan(
            name,
            spec,
            subnet,
            NodeIdentity.ofSpec(spec, subnet),
            Identities.at(tools.clock().instant())));
  }

  private void issue(StepProgress progress) throws InterruptedException {
    credentials.set(Credentials.issue(plan.get(), authorities.get(), tools.clock()));
    keep(credentials.get().user().authority());
  }

  private void keep(String authority) {
    new SpecVolumes(tools.engine().volumes())
        .put(name, SpecVolumes.Kept.first(spec, tools.clock().instant(), authority));
  }

  private NodeIdentity node(int number) throws InterruptedException {
    return plan.get().nodes().stream()
        .filter(node -> node.number() == number)
        .findFirst()
        .orElseThrow();
  }

  private void create(int number) throws InterruptedException {
    NodeIdentity node = node(number);
    String object = ObjectNames.node(name, node.name());
    ContainerSpec container = NodeContainer.of(name, spec, node, image());
    WholeCall.run(
        () -> {
          tools.engine().volumes().create(object, node.labels(name));
          tools.engine().containers().create(container);
        });
  }

  private String image() throws InterruptedException {
    return request.image().orElse(recipe.get().reference());
  }

  private void start(int number) throws InterruptedException {
    NodeIdentity node = node(number);
    FileSet files =
        NodeFiles.of(plan.get(), node)
            .with(spec.bare() ? FileSet.EMPTY : credentials.get().nodeFiles(node))
            .with(NodeSurroundings.authorities(spec));
    String container = ObjectNames.node(name, node.name());
    tools.engine().containers().copyIn(container, "/var/lib", tar(files));
    new NodeSurroundings(tools.engine().containers()).equip(container, spec);
    boot.start(container, tools.clock().instant());
  }

  /** The folder is in the tar, because copying into one that is not there is refused. */
  private static java.io.InputStream tar(FileSet files) {
    return TarArchive.of(files.under("coracle"));
  }

  private void startEdge() throws InterruptedException {
    new Edges(tools.engine().containers()).startAll(plan.get(), image());
  }

  private void awaitContainerd(StepProgress progress) throws InterruptedException {
    if (!request.awaitReady()) {
      progress.skipped("not asked for");
      return;
    }
    for (NodeIdentity node : plan.get().nodes()) {
      boot.await(node, NodeEvent.CONTAINERD_READY);
    }
  }

  private Settling.Inputs settlingInputs() throws InterruptedException {
    return new Settling.Inputs(plan.get(), recipe.get(), credentials.get());
  }
}
