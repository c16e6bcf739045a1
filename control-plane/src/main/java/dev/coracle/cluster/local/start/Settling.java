package dev.coracle.cluster.local.start;

import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.addon.Addons;
import dev.coracle.cluster.bootstrap.Parallel;
import dev.coracle.cluster.bootstrap.Step;
import dev.coracle.cluster.bootstrap.StepProgress;
import dev.coracle.cluster.kube.Condition;
import dev.coracle.cluster.kube.KubeApi;
import dev.coracle.cluster.kube.KubeCredentials;
import dev.coracle.cluster.kube.ObjectKind;
import dev.coracle.cluster.kube.ObjectRef;
import dev.coracle.cluster.local.node.BootWatch;
import dev.coracle.cluster.local.node.NodeRegistration;
import dev.coracle.cluster.local.node.Readiness;
import dev.coracle.cluster.local.parts.ApiAccess;
import dev.coracle.cluster.local.parts.Inventory;
import dev.coracle.cluster.local.parts.KubeconfigEntries;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.local.step.Applying;
import dev.coracle.cluster.local.step.Later;
import dev.coracle.cluster.node.NodeEvent;
import dev.coracle.cluster.pki.Credential;
import java.util.List;
import java.util.Set;

/** What a new cluster needs from the moment its API server answers until it is Ready. */
final class Settling {

  private static final ObjectRef COREDNS =
      new ObjectRef(new ObjectKind("apps/v1", "Deployment"), "kube-system", "coredns");

  /** The id of the last step. */
  static final String LAST = "kubeconfig";

  private final Tools tools;
  private final StartRequest request;
  private final ClusterSpec spec;
  private final NewCluster cluster;
  private final BootWatch boot;
  private final Later<KubeApi> api = new Later<>();

  Settling(
      Tools tools, StartRequest request, ClusterSpec spec, NewCluster cluster, BootWatch boot) {
    this.tools = tools;
    this.request = request;
    this.spec = spec;
    this.cluster = cluster;
    this.boot = boot;
  }

  /** What publishes the API port. */
  @FunctionalInterface
  interface Publishing {

    void run() throws InterruptedException;
  }

  /**
   * Adds the steps behind those that start the nodes. The edge waits for an API server: nobody
   * needs it before, and its start would take the processor that the first node boots with.
   */
  void addTo(List<Step> steps, Set<String> starts, Publishing edge) {
    steps.add(
        Step.of("api", "Waiting for the API server", starts, progress -> awaitApi())
            .within(request.timeout()));
    steps.add(Step.of("edge", "Publishing the API port", Set.of("api"), progress -> connect(edge)));
    steps.add(Step.of("addons", "Installing add-ons", Set.of("edge"), progress -> installAddons()));
    steps.add(Step.of("nodes", "Registering nodes", Set.of("edge"), progress -> registerNodes()));
    steps.add(
        Step.of("programs", "Starting storage and metrics", Set.of("addons"), p -> startPrograms())
            .within(request.timeout()));
    steps.add(
        Step.of("ready", readyTitle(), Set.of("addons", "nodes"), this::awaitReady)
            .within(request.timeout()));
    steps.add(
        Step.of(
            LAST,
            "Writing the kubeconfig context",
            Set.of("ready", "programs"),
            progress -> writeKubeconfig()));
  }

  private String readyTitle() {
    return spec.cni() == ClusterSpec.Cni.NONE
        ? "Waiting for kubeadm's records"
        : "Waiting until nodes and DNS are ready";
  }

  private void awaitApi() throws InterruptedException {
    boot.await(cluster.first(), NodeEvent.API_READY);
  }

  private void connect(Publishing edge) throws InterruptedException {
    edge.run();
    Credential admin = cluster.credentials().get().superAdmin();
    api.set(tools.apis().connect(credentials(admin, port())));
  }

  private static KubeCredentials credentials(Credential user, int port) {
    return new KubeCredentials(
        ApiAccess.server(port),
        user.authority(),
        user.client().certificate(),
        user.client().privateKey());
  }

  private int port() throws InterruptedException {
    return new Inventory(tools.engine()).apiPort(cluster.plan().get().name());
  }

  private void installAddons() throws InterruptedException {
    String proxyMode = boot.await(cluster.first(), NodeEvent.MOUNTED).field("proxyMode");
    new Applying(api.get()).apply(addons().early(proxyMode));
  }

  /** Nobody waits for these, but everything waits for CoreDNS, which they would start beside. */
  private void startPrograms() throws InterruptedException {
    if (request.awaitReady() && spec.cni() == ClusterSpec.Cni.DEFAULT) {
      api.get().await(COREDNS, Condition.status("Available"), request.timeout());
    }
    new Applying(api.get()).apply(addons().late());
  }

  private Addons addons() throws InterruptedException {
    return new Addons(cluster.plan().get(), cluster.recipe().get());
  }

  private void registerNodes() throws InterruptedException {
    KubeApi now = api.get();
    Parallel.each(cluster.plan().get().nodes(), node -> NodeRegistration.complete(now, node, spec));
  }

  private void awaitReady(StepProgress progress) throws InterruptedException {
    if (!request.awaitReady()) {
      progress.skipped("not asked for");
      return;
    }
    Readiness readiness = new Readiness(api.get(), boot, request.timeout());
    readiness.awaitNew(cluster.plan().get());
  }

  /** The last to need the API, whose client would otherwise delay the end of the process. */
  private void writeKubeconfig() throws InterruptedException {
    api.get().close();
    Credential user = cluster.credentials().get().user();
    new KubeconfigEntries(tools)
        .write(cluster.plan().get().name(), user, port(), request.keepContext());
  }
}
