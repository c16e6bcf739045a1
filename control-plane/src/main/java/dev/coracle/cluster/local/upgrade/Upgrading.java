package dev.coracle.cluster.local.upgrade;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.UpgradeRequest;
import dev.coracle.cluster.addon.Addons;
import dev.coracle.cluster.bootstrap.Plan;
import dev.coracle.cluster.bootstrap.Step;
import dev.coracle.cluster.bootstrap.StepProgress;
import dev.coracle.cluster.bootstrap.StepRunner;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.kube.Condition;
import dev.coracle.cluster.kube.KubeApi;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.local.network.EdgeRenewal;
import dev.coracle.cluster.local.node.BootWatch;
import dev.coracle.cluster.local.node.NodeRegistration;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.local.parts.Inventory;
import dev.coracle.cluster.local.parts.KubeconfigEntries;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.local.step.FailureLogs;
import dev.coracle.cluster.local.step.ImageProgress;
import dev.coracle.cluster.local.step.ImageTime;
import dev.coracle.cluster.node.NodeEvent;
import dev.coracle.cluster.progress.ProgressListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Upgrades a cluster that serves, node by node, control planes first: an API server is never older
 * than the kubelets that ask it. What a node needs is in its image, so none runs two versions at a
 * time (docs/decisions/upgrade.md).
 */
public final class Upgrading {

  /** A cluster that was just started may still be on its way. */
  private static final Duration WELL = Duration.ofMinutes(1);

  private final Tools tools;
  private final UpgradeGoal goal;
  private final UpgradeRequest request;
  private final BootWatch boot;
  private final UpgradeNotes notes;

  /** To be called with the cluster's lock held, and to run when the cluster serves. */
  public Upgrading(Tools tools, UpgradeGoal goal, UpgradeRequest request, BootWatch boot) {
    this.tools = tools;
    this.goal = goal;
    this.request = request;
    this.boot = boot;
    this.notes = new UpgradeNotes(tools.engine(), name(), goal.record());
  }

  /** Runs it; a failure puts back the node at which it happened, and says how to go on. */
  public void run(ProgressListener listener) {
    FailureLogs logs = new FailureLogs(tools.engine(), tools.failureLogs(), tools.clock());
    try {
      new StepRunner(listener, false, () -> logs.save(name(), listener)).run(plan());
    } catch (ClusterException e) {
      throw new ClusterException(explained(e.problem()), e);
    }
  }

  private Problem explained(Problem problem) {
    String again = "Run `coracle upgrade %s` again, which goes on from there.".formatted(name());
    boolean cancelled = problem.code() == Problem.Code.INTERRUPTED;
    return new Problem(
        problem.code(),
        problem.summary() + " " + state(),
        cancelled ? again : problem.advice() + " " + again,
        problem.output());
  }

  private ClusterName name() {
    return goal.parts().name();
  }

  private String state() {
    List<NodeIdentity> nodes = goal.plan().nodes();
    long done = nodes.stream().filter(notes::isDone).count();
    if (done == nodes.size()) {
      return "Every node is upgraded; add-ons or edges are left.";
    }
    String others =
        done == 0
            ? "Cluster \"%s\" is what it was".formatted(name())
            : "%d of %d nodes are upgraded; the others are what they were"
                .formatted(done, nodes.size());
    return notes
        .stranded()
        .map(node -> "%s, but node %s could not be put back.".formatted(others, node.name()))
        .orElse(others + ".");
  }

  /** What a run would do. */
  public Plan plan() {
    List<Step> steps = new ArrayList<>();
    steps.add(
        Step.of("image", "Preparing the node image " + goal.image(), Set.of(), this::ensureImage)
            .within(ImageTime.LIMIT));
    steps.add(
        Step.of("check", "Checking the nodes", Set.of("image"), progress -> check())
            .within(WELL.multipliedBy(2)));
    String last = "check";
    for (NodeIdentity node : goal.pending()) {
      last = new NodeUpgrade(tools, goal, request, notes, boot, node).addTo(steps, last);
    }
    steps.add(Step.of("addons", "Upgrading add-ons", Set.of(last), progress -> applyAddons()));
    steps.add(Step.of("edges", "Making the edges anew", Set.of("addons"), this::renewEdges));
    steps.add(Step.of("finish", "Keeping the result", Set.of("edges"), progress -> keep()));
    steps.add(
        Step.of(
            "kubeconfig",
            "Checking the kubeconfig context",
            Set.of("finish"),
            progress -> kubeconfig()));
    return new Plan(steps);
  }

  private void ensureImage(StepProgress progress) {
    Optional<String> named =
        goal.image().equals(goal.recipe().reference())
            ? Optional.empty()
            : Optional.of(goal.image());
    tools.images().ensure(goal.version(), named, new ImageProgress(progress));
  }

  private void check() {
    Condition ready =
        goal.spec().cni() == ClusterSpec.Cni.DEFAULT
            ? Condition.status("Ready")
            : Condition.exists();
    try (KubeApi api = api()) {
      goal.pending().forEach(node -> api.await(NodeRegistration.ref(node), ready, WELL));
    }
  }

  private KubeApi api() {
    return tools.api(name());
  }

  private void applyAddons() throws InterruptedException {
    String mode = proxyMode();
    try (KubeApi api = api()) {
      new UpgradedAddons(api, new Addons(goal.plan(), goal.recipe()), mode).applyAll();
    }
  }

  /** What the first node said when it booted, maybe before this process began. */
  private String proxyMode() throws InterruptedException {
    NodeIdentity first = goal.parts().firstControlPlane();
    try (BootWatch since = new BootWatch(tools.engine().containers(), name())) {
      since.follow(ObjectNames.node(name(), first.name()), Instant.EPOCH);
      return since.await(first, NodeEvent.MOUNTED, WELL).field("proxyMode");
    }
  }

  private void renewEdges(StepProgress progress) {
    List<ContainerInfo> edges = goal.edges();
    if (edges.isEmpty()) {
      progress.skipped("they are of this image");
    }
    new EdgeRenewal(tools.engine().containers(), goal.parts(), goal.plan(), goal.image())
        .renew(edges);
  }

  private void keep() {
    notes.finish(goal.spec());
  }

  private void kubeconfig() {
    Inventory inventory = new Inventory(tools.engine());
    ClusterParts now = inventory.find(name()).orElse(goal.parts());
    new KubeconfigEntries(tools).ensure(now, true);
  }
}
