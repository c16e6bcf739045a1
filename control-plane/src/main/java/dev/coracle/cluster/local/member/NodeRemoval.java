package dev.coracle.cluster.local.member;

import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.bootstrap.Plan;
import dev.coracle.cluster.bootstrap.Step;
import dev.coracle.cluster.bootstrap.StepProgress;
import dev.coracle.cluster.kube.KubeApi;
import dev.coracle.cluster.kube.NodeDrain;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.layout.SpecVolumes;
import dev.coracle.cluster.local.network.LiveEdge;
import dev.coracle.cluster.local.network.Neighbours;
import dev.coracle.cluster.local.node.NodeRegistration;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.node.ClusterPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Removes nodes from a cluster that serves. Until a node is empty everything can be taken back;
 * after that nothing is: a removal of control planes that is cut short is finished by the next
 * command. What Kubernetes knows of bare nodes is their user's to drain and delete.
 */
final class NodeRemoval {

  /** Longer than the longest grace period that pods usually ask for. */
  private static final Duration DRAIN = Duration.ofMinutes(2);

  private static final Duration GRACE = Duration.ofSeconds(30);

  private final Tools tools;
  private final ClusterParts parts;
  private final List<NodeIdentity> removed;
  private final ClusterSpec wanted;
  private final ClusterPlan after;
  private final boolean force;
  private final Transition transition;
  private final ControlPlaneLeave leave;

  NodeRemoval(
      Tools tools,
      ClusterParts parts,
      List<NodeIdentity> removed,
      ClusterSpec wanted,
      boolean force) {
    this.tools = tools;
    this.parts = parts;
    this.removed = List.copyOf(removed);
    this.wanted = wanted;
    this.after =
        parts
            .plan(wanted)
            .with(parts.nodes().stream().filter(node -> !removed.contains(node)).toList());
    this.force = force;
    this.transition = new Transition(tools.engine().volumes(), parts.name());
    this.leave = new ControlPlaneLeave(tools, parts, after, force);
  }

  Plan plan() {
    List<Step> steps = new ArrayList<>();
    Set<String> empty = new HashSet<>();
    if (!wanted.bare()) {
      removed.forEach(node -> empty.add(addDraining(steps, node)));
    }
    steps.add(Step.of("edge", "Forwarding past the nodes", empty, progress -> leaveEdge()));
    Set<String> gone = changesControlPlanes() ? addLeaving(steps) : Set.of("edge");
    Set<String> removals = new HashSet<>(gone);
    removed.forEach(node -> removals.add(addRemoval(steps, node, gone)));
    Set<String> forgotten = new HashSet<>(removals);
    if (!wanted.bare()) {
      removed.forEach(node -> forgotten.add(addForgetting(steps, node, removals)));
    }
    steps.add(Step.of("peers", "Telling the other nodes", forgotten, progress -> tellOthers()));
    if (changesControlPlanes()) {
      steps.add(
          Step.of(
              "election", "Settling who leads", Set.of("peers"), progress -> leave.endElection()));
    }
    steps.add(
        Step.of("finish", "Keeping the result", Set.of(steps.getLast().id()), progress -> keep()));
    return new Plan(steps);
  }

  private boolean changesControlPlanes() {
    return removed.stream().anyMatch(NodeIdentity::isControlPlane) || transition.find().isPresent();
  }

  /** etcd lets them go one after the other; those first that do not run, while there are others. */
  private Set<String> addLeaving(List<Step> steps) {
    steps.add(Step.of("mark", "Noting what is begun", Set.of("edge"), progress -> mark()));
    String last = "mark";
    for (NodeIdentity node : leaving()) {
      String id = "leave-" + node.name();
      steps.add(
          Step.of(
              id,
              "Taking %s out of etcd".formatted(node.name()),
              Set.of(last),
              p -> leave.leave(node)));
      last = id;
    }
    return Set.of(last);
  }

  private List<NodeIdentity> leaving() {
    return removed.stream()
        .filter(NodeIdentity::isControlPlane)
        .sorted(Comparator.comparing(parts::isRunning))
        .toList();
  }

  private void mark() {
    // A recovery has one already, and more to do before it goes.
    if (transition.find().isEmpty()) {
      transition.markLeaving(leaving());
    }
  }

  private String addDraining(List<Step> steps, NodeIdentity node) {
    String cordon = "cordon-" + node.name();
    String drain = "drain-" + node.name();
    steps.add(
        Step.of(cordon, "Cordoning node " + node.name(), Set.of(), p -> setSchedulable(node, false))
            .undoneBy(() -> setSchedulable(node, true)));
    steps.add(
        Step.of(drain, "Draining node " + node.name(), Set.of(cordon), p -> drain(node, p))
            .within(DRAIN.plusMinutes(2)));
    return drain;
  }

  private String addRemoval(List<Step> steps, NodeIdentity node, Set<String> after) {
    String remove = "remove-" + node.name();
    steps.add(Step.of(remove, "Removing node " + node.name(), after, p -> remove(node)));
    return remove;
  }

  private String addForgetting(List<Step> steps, NodeIdentity node, Set<String> after) {
    String forget = "forget-" + node.name();
    steps.add(
        Step.of(forget, "Removing the Node object of " + node.name(), after, p -> forget(node)));
    return forget;
  }

  private void setSchedulable(NodeIdentity node, boolean schedulable) {
    withApi(
        api -> {
          if (api.find(NodeRegistration.ref(node)).isPresent()) {
            new NodeDrain(api, node.name(), DRAIN).setSchedulable(schedulable);
          }
        });
  }

  private void drain(NodeIdentity node, StepProgress progress) {
    if (force) {
      progress.skipped("--force");
    } else if (!parts.isRunning(node)) {
      progress.skipped("it does not run");
    } else {
      withApi(api -> new NodeDrain(api, node.name(), DRAIN).drain());
    }
  }

  private void leaveEdge() {
    new LiveEdge(tools.engine().containers(), parts).remove(after, removed);
  }

  private void remove(NodeIdentity node) {
    String name = ObjectNames.node(parts.name(), node.name());
    if (parts.isRunning(node) && !force) {
      tools.engine().containers().stop(name, GRACE);
    }
    tools.engine().containers().remove(name);
    tools.engine().volumes().remove(name);
  }

  private void forget(NodeIdentity node) {
    withApi(api -> api.delete(NodeRegistration.ref(node)));
    if (node.isControlPlane()) {
      leave.release(node);
    }
  }

  private void tellOthers() {
    new Neighbours(tools.engine().containers(), parts).tell(after, removed);
  }

  private void keep() {
    new SpecVolumes(tools.engine().volumes())
        .put(parts.name(), parts.kept().orElseThrow().with(wanted).with(parts.counter()));
    transition.clear();
  }

  private void withApi(Consumer<KubeApi> action) {
    try (KubeApi api = tools.api(parts.name())) {
      action.accept(api);
    }
  }
}
