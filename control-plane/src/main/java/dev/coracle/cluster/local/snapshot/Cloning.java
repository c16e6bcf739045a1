package dev.coracle.cluster.local.snapshot;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.bootstrap.Parallel;
import dev.coracle.cluster.bootstrap.Plan;
import dev.coracle.cluster.bootstrap.Step;
import dev.coracle.cluster.bootstrap.StepProgress;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.ExecSpec;
import dev.coracle.cluster.engine.TarArchive;
import dev.coracle.cluster.kube.KubeApi;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.layout.SnapshotRecord;
import dev.coracle.cluster.layout.SpecVolumes;
import dev.coracle.cluster.layout.Subnet;
import dev.coracle.cluster.local.network.ClusterNetworks;
import dev.coracle.cluster.local.network.Edges;
import dev.coracle.cluster.local.node.BootWatch;
import dev.coracle.cluster.local.node.NodeCommands;
import dev.coracle.cluster.local.node.NodeSurroundings;
import dev.coracle.cluster.local.node.Readiness;
import dev.coracle.cluster.local.parts.Credentials;
import dev.coracle.cluster.local.parts.Inventory;
import dev.coracle.cluster.local.parts.KubeconfigEntries;
import dev.coracle.cluster.local.parts.NodePki;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.local.start.Identities;
import dev.coracle.cluster.local.start.Preflight;
import dev.coracle.cluster.local.start.Unfinished;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes a new cluster from a snapshot: its nodes get addresses of their own and go through their
 * first boot again, over the data that they have; credentials of the origin are of no use in it,
 * unless they are to be kept.
 */
final class Cloning {

  private final Tools tools;
  private final SnapshotRecord saved;
  private final ClusterName name;
  private final boolean keepCredentials;
  private final ClusterSpec spec;
  private final BootWatch boot;
  private final ClonedVolumes volumes;
  private final Unfinished unfinished;
  private final StartRequest request = StartRequest.defaults();
  private final Instant since;
  private final Later<NodeRecipe> recipe = new Later<>();
  private final Later<String> image = new Later<>();
  private final Later<ClusterPlan> plan = new Later<>();
  private final Later<Boolean> proxy = new Later<>();
  private final Later<Credentials> credentials = new Later<>();

  Cloning(
      Tools tools,
      SnapshotRecord saved,
      ClusterName name,
      boolean keepCredentials,
      BootWatch boot) {
    this.tools = tools;
    this.saved = saved;
    this.name = name;
    this.keepCredentials = keepCredentials;
    this.spec = ClonedPorts.of(saved.kept().spec());
    this.boot = boot;
    this.volumes = new ClonedVolumes(tools, saved, name);
    this.unfinished = new Unfinished(tools.engine().volumes(), name);
    this.since = Readiness.before(tools.clock().instant());
  }

  Plan plan() {
    List<Step> steps = new ArrayList<>();
    steps.add(Step.of("check", "Checking the engine", Set.of(), progress -> check()));
    steps.add(
        Step.of("image", "Preparing the node image", Set.of("check"), this::ensureImage)
            .within(ImageTime.LIMIT));
    steps.add(
        Step.of("network", "Creating the network", Set.of("image"), progress -> createNetwork())
            .undoneBy(() -> new Removal(tools.engine()).all(name)));
    steps.add(
        Step.of(
                "copy",
                "Copying the nodes' volumes",
                Set.of("network"),
                progress -> volumes.copy(plan.get(), image.get()))
            .within(Copies.LIMIT));
    steps.add(
        Step.of(
            "etcd",
            "Giving etcd other addresses",
            Set.of("copy"),
            progress -> proxy.set(volumes.renewEtcd(plan.get(), !keepCredentials))));
    steps.add(Step.of("create", "Creating the nodes", Set.of("copy"), progress -> createNodes()));
    steps.add(
        Step.of("credentials", "Issuing certificates", Set.of("create"), progress -> issue()));
    steps.add(
        Step.of("start", "Starting the nodes", Set.of("etcd", "credentials"), progress -> start()));
    steps.add(Step.of("edge", "Publishing the API port", Set.of("start"), progress -> startEdge()));
    addSettling(steps);
    return new Plan(steps);
  }

  private void addSettling(List<Step> steps) {
    steps.add(
        Step.of("api", "Waiting for the API server", Set.of("edge"), progress -> awaitApi())
            .within(request.timeout()));
    steps.add(
        Step.of("adjust", "Adjusting what named the origin", Set.of("api"), progress -> adjust())
            .within(request.timeout()));
    steps.add(
        Step.of(
                "ready",
                "Waiting until nodes and DNS are ready",
                Set.of("adjust"),
                progress -> awaitReady())
            .within(request.timeout()));
    steps.add(
        Step.of(
            "kubeconfig",
            "Writing the kubeconfig context",
            Set.of("ready"),
            progress -> writeKubeconfig()));
    steps.add(
        Step.of("finish", "Keeping the result", Set.of("kubeconfig"), p -> unfinished.clear()));
  }

  private Containers containers() {
    return tools.engine().containers();
  }

  private String container(NodeIdentity node) {
    return ObjectNames.node(name, node.name());
  }

  private void check() {
    new Preflight(tools.engine(), name, spec).check();
  }

  private void ensureImage(StepProgress progress) {
    recipe.set(tools.images().recipe(spec.kubernetesVersion()));
    Copies copies = new Copies(tools, name);
    image.set(copies.image(saved.image(), spec.kubernetesVersion(), progress));
  }

  private void createNetwork() {
    unfinished.mark();
    Subnet subnet = new ClusterNetworks(tools.engine().networks()).create(name);
    List<NodeIdentity> nodes = saved.identities().stream().map(node -> node.in(subnet)).toList();
    plan.set(new ClusterPlan(name, spec, subnet, nodes, Identities.at(tools.clock().instant())));
  }

  private void createNodes() throws InterruptedException {
    String made = image.get();
    List<NodeIdentity> nodes = plan.get().nodes();
    WholeCall.run(
        () -> nodes.forEach(node -> containers().create(NodeContainer.of(name, spec, node, made))));
  }

  private void issue() throws InterruptedException {
    ClusterAuthorities authorities =
        keepCredentials
            ? new NodePki(containers(), name).authorities(plan.get().nodes().getFirst())
            : ClusterAuthorities.create(tools.clock());
    credentials.set(Credentials.issue(plan.get(), authorities, tools.clock()));
    new SpecVolumes(tools.engine().volumes())
        .put(
            name,
            new SpecVolumes.Kept(
                spec,
                tools.clock().instant(),
                credentials.get().user().authority(),
                saved.kept().counter(),
                0));
  }

  private void start() throws InterruptedException {
    ClusterPlan cluster = plan.get();
    Credentials issued = credentials.get();
    Parallel.each(
        cluster.nodes(),
        node -> {
          var files = NodeFiles.of(cluster, node).with(issued.nodeFiles(node));
          containers().copyIn(container(node), NodeFiles.ROOT, TarArchive.of(files));
          new NodeSurroundings(containers()).equip(container(node), spec);
          boot.start(container(node), tools.clock().instant());
        });
  }

  private void startEdge() throws InterruptedException {
    new Edges(containers()).startAll(plan.get(), image.get());
  }

  private void awaitApi() throws InterruptedException {
    boot.await(plan.get().nodes().getFirst(), NodeEvent.API_READY);
  }

  private KubeApi api() {
    return tools.api(name);
  }

  private void adjust() throws InterruptedException {
    NodeIdentity first = plan.get().nodes().getFirst();
    String mode = boot.await(first, NodeEvent.MOUNTED).field("proxyMode");
    try (KubeApi api = api()) {
      new ClonedObjects(api, saved, plan.get(), recipe.get())
          .adjust(proxy.get(), mode, !keepCredentials);
    }
    // A first boot would do the same.
    record(first, "upload-config", "all");
    record(first, "bootstrap-token");
  }

  private void record(NodeIdentity node, String... phase) {
    List<String> command = new ArrayList<>(List.of("kubeadm", "init", "phase"));
    command.addAll(List.of(phase));
    command.add("--config=" + NodeFiles.ROOT + "/kubeadm.yaml");
    NodeCommands.require(
        containers(), container(node), ExecSpec.of(command.toArray(String[]::new)));
  }

  private void awaitReady() throws InterruptedException {
    try (KubeApi api = api()) {
      new Readiness(api, boot, request.timeout()).awaitReturn(plan.get(), since);
    }
  }

  private void writeKubeconfig() throws InterruptedException {
    int port = new Inventory(tools.engine()).apiPort(name);
    // The cluster that one works with is the other one until one says so.
    new KubeconfigEntries(tools).write(name, credentials.get().user(), port, true);
  }
}
