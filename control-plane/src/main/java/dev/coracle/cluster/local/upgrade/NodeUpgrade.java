package dev.coracle.cluster.local.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.UpgradeRequest;
import dev.coracle.cluster.addon.Addons;
import dev.coracle.cluster.bootstrap.Step;
import dev.coracle.cluster.bootstrap.StepProgress;
import dev.coracle.cluster.kube.Condition;
import dev.coracle.cluster.kube.KubeApi;
import dev.coracle.cluster.kube.NodeDrain;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.local.node.BootWatch;
import dev.coracle.cluster.local.node.NodeRegistration;
import dev.coracle.cluster.local.node.Readiness;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.local.step.Later;
import dev.coracle.cluster.local.stop.Stopping;
import dev.coracle.cluster.node.NodeEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Upgrades one node of a cluster that serves. Until it is done it can be put back to what it was.
 */
final class NodeUpgrade {

  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final Tools tools;
  private final UpgradeGoal goal;
  private final UpgradeRequest request;
  private final UpgradeNotes notes;
  private final BootWatch boot;
  private final NodeIdentity node;
  private final Later<Boolean> booted = new Later<>();
  private final Later<Instant> since = new Later<>();

  NodeUpgrade(
      Tools tools,
      UpgradeGoal goal,
      UpgradeRequest request,
      UpgradeNotes notes,
      BootWatch boot,
      NodeIdentity node) {
    this.tools = tools;
    this.goal = goal;
    this.request = request;
    this.notes = notes;
    this.boot = boot;
    this.node = node;
  }

  /** Adds this node's steps behind another step, and gives the id of its last. */
  String addTo(List<Step> steps, String before) {
    String drain = "drain-" + node.name();
    String swap = "swap-" + node.name();
    String kubeadm = "kubeadm-" + node.name();
    String ready = "ready-" + node.name();
    steps.add(
        Step.of(drain, "Draining node " + node.name(), Set.of(before), this::drain)
            .within(request.drainTimeout().plus(MARGIN))
            .undoneBy(this::uncordon));
    steps.add(
        Step.of(
                swap,
                "Making node %s anew from %s".formatted(node.name(), goal.image()),
                Set.of(drain),
                progress -> swap())
            .within(request.timeout().plus(request.grace()))
            .undoneBy(this::putBack));
    if (goal.changesVersion()) {
      steps.add(
          Step.of(
                  kubeadm,
                  "Upgrading node %s with kubeadm".formatted(node.name()),
                  Set.of(swap),
                  progress -> kubeadm())
              .within(request.timeout()));
    }
    steps.add(
        Step.of(
                ready,
                "Waiting until %s is ready".formatted(node.name()),
                Set.of(goal.changesVersion() ? kubeadm : swap),
                progress -> finish())
            .within(request.timeout()));
    return ready;
  }

  private String container() {
    return ObjectNames.node(goal.parts().name(), node.name());
  }

  private void drain(StepProgress progress) {
    if (request.force()) {
      progress.skipped("--force");
      return;
    }
    withApi(
        api -> {
          NodeCordon cordon = new NodeCordon(api, node);
          if (cordon.hasRefuge()) {
            cordon.set();
            drain(api);
          } else {
            progress.skipped("no other node takes its pods; they pause while it is made anew");
          }
        });
  }

  private void drain(KubeApi api) {
    try {
      new NodeDrain(api, node.name(), request.drainTimeout()).drainForAWhile();
    } catch (ClusterException e) {
      throw new ClusterException(stuck(e.problem()), e);
    }
  }

  private Problem stuck(Problem problem) {
    return switch (problem.code()) {
      case TIMEOUT, POD_PROTECTED ->
          new Problem(
              problem.code(),
              problem.summary(),
              "Give pods more time with --drain-timeout, or stop them with their node with --force.",
              problem.output());
      default -> problem;
    };
  }

  private void swap() throws InterruptedException {
    since.set(Readiness.before(tools.clock().instant()));
    notes.begin();
    booted.set(swapper(boot).run(node, shape()));
    boot.await(node, NodeEvent.API_READY);
    bringAddons();
  }

  private NodeSwap swapper(BootWatch watch) {
    Stopping stopping = new Stopping(tools.engine().containers(), goal.parts(), request.grace());
    return new NodeSwap(tools, watch, stopping);
  }

  private NodeSwap.Shape shape() {
    return new NodeSwap.Shape(goal.plan(), goal.image(), goal.changesVersion());
  }

  private void kubeadm() {
    KubeadmUpgrade kubeadm = new KubeadmUpgrade(tools.engine().containers());
    if (!node.isControlPlane()) {
      kubeadm.worker(container());
    } else if (isFirst()) {
      kubeadm.apply(container(), goal.version());
    } else {
      kubeadm.controlPlane(container());
    }
  }

  /** With them the node can reach services, and cluster DNS can begin on it. */
  private void bringAddons() throws InterruptedException {
    String mode = boot.await(node, NodeEvent.MOUNTED).field("proxyMode");
    Addons addons = new Addons(goal.plan(), goal.recipe());
    withApi(api -> new UpgradedAddons(api, addons, mode).bring(node, goal.plan()));
  }

  private boolean isFirst() {
    return node.equals(goal.parts().firstControlPlane());
  }

  private void finish() throws InterruptedException {
    Condition well = booted.get() ? upgradedSince(since.get()) : upgraded();
    boolean ownNetwork = goal.spec().cni() == ClusterSpec.Cni.DEFAULT;
    withApi(api -> api.await(NodeRegistration.ref(node), well, request.timeout()));
    if (ownNetwork) {
      boot.await(node, NodeEvent.DNS_READY);
    }
    uncordon();
    notes.done(node);
  }

  private Condition upgraded() {
    Condition ready = Condition.status("Ready");
    boolean ownNetwork = goal.spec().cni() == ClusterSpec.Cni.DEFAULT;
    String version = goal.version().toString();
    return new Condition(
        "be Ready with Kubernetes " + version,
        object -> isOf(object, version) && (!ownNetwork || ready.holds().test(object)));
  }

  private static boolean isOf(JsonNode object, String version) {
    return object.at("/status/nodeInfo/kubeletVersion").asText().equals(version);
  }

  private Condition upgradedSince(Instant begin) {
    Condition upgraded = upgraded();
    return new Condition(
        upgraded.description(),
        object -> upgraded.holds().test(object) && Readiness.heartbeat(object).isAfter(begin));
  }

  private void putBack() {
    new NodeReturn(tools, goal, request, notes, node).run();
  }

  private void uncordon() {
    if (!notes.isDone(node)) {
      withApi(api -> new NodeCordon(api, node).lift());
    }
  }

  private void withApi(Consumer<KubeApi> action) {
    try (KubeApi api = tools.api(goal.parts().name())) {
      action.accept(api);
    }
  }
}
