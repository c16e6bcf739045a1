package dev.coracle.cluster.local.member;

import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.bootstrap.Plan;
import dev.coracle.cluster.bootstrap.Step;
import dev.coracle.cluster.bootstrap.StepProgress;
import dev.coracle.cluster.engine.FileSet;
import dev.coracle.cluster.kube.KubeApi;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.local.network.LiveEdge;
import dev.coracle.cluster.local.network.Neighbours;
import dev.coracle.cluster.local.node.BootWatch;
import dev.coracle.cluster.local.node.NodeRegistration;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.local.parts.Credentials;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.local.step.Later;
import dev.coracle.cluster.node.ClusterPlan;
import dev.coracle.cluster.node.NodeEvent;
import dev.coracle.cluster.node.NodeFiles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Adds workers to a cluster that serves. A worker comes with its credentials and every address that
 * it needs, so nothing is asked of the control planes but to take it in. A bare node is only made:
 * its user's kubeadm joins it.
 */
final class NodeAddition {

  private final Tools tools;
  private final ClusterParts parts;
  private final List<NodeIdentity> added;
  private final NodeMaking making;
  private final ClusterPlan after;
  private final BootWatch boot;
  private final Later<Credentials> credentials = new Later<>();

  NodeAddition(
      Tools tools,
      ClusterParts parts,
      List<NodeIdentity> added,
      ClusterSpec wanted,
      BootWatch boot) {
    this.tools = tools;
    this.parts = parts;
    this.added = List.copyOf(added);
    this.making = new NodeMaking(tools, parts, wanted);
    this.after = making.planWith(added);
    this.boot = boot;
  }

  Plan plan() {
    List<Step> steps = new ArrayList<>();
    steps.add(Step.of("credentials", "Issuing certificates", Set.of(), this::issue));
    steps.add(
        Step.of(
                "peers",
                "Introducing the nodes to each other",
                Set.of("credentials"),
                progress -> neighbours().tell(after, List.of()))
            .undoneBy(() -> neighbours().tell(parts.plan(), added)));
    Set<String> ready = new HashSet<>(Set.of("peers"));
    added.forEach(node -> ready.add(addSteps(steps, node)));
    steps.add(
        Step.of("edge", "Forwarding to the new nodes", ready, progress -> forward())
            .undoneBy(() -> edge().remove(parts.plan(), added)));
    steps.add(Step.of("finish", "Keeping the result", Set.of("edge"), progress -> keep()));
    return new Plan(steps);
  }

  private String addSteps(List<Step> steps, NodeIdentity node) {
    String create = "create-" + node.name();
    String start = "start-" + node.name();
    String ready = "ready-" + node.name();
    steps.add(
        Step.of(create, "Creating node " + node.name(), Set.of("credentials"), p -> create(node))
            .undoneBy(() -> remove(node)));
    steps.add(
        Step.of(
            start,
            "Starting node " + node.name(),
            Set.of(create),
            progress -> boot.start(container(node), tools.clock().instant())));
    steps.add(
        Step.of(
                ready,
                "Waiting until %s is ready".formatted(node.name()),
                Set.of(start),
                p -> join(node))
            .within(NodeMaking.READY.plusSeconds(30))
            .undoneBy(() -> forget(node)));
    return ready;
  }

  private Neighbours neighbours() {
    return new Neighbours(tools.engine().containers(), parts);
  }

  private LiveEdge edge() {
    return new LiveEdge(tools.engine().containers(), parts);
  }

  private String container(NodeIdentity node) {
    return ObjectNames.node(parts.name(), node.name());
  }

  private void issue(StepProgress progress) {
    if (isBare()) {
      progress.skipped("kubeadm will");
    } else {
      credentials.set(making.issue(after));
    }
  }

  private boolean isBare() {
    return after.spec().bare();
  }

  private void create(NodeIdentity node) throws InterruptedException {
    FileSet issued = isBare() ? FileSet.EMPTY : credentials.get().nodeFiles(node);
    making.make(node, NodeFiles.of(after, node).with(issued));
  }

  private void remove(NodeIdentity node) {
    tools.engine().containers().remove(container(node));
    tools.engine().volumes().remove(container(node));
  }

  private void join(NodeIdentity node) throws InterruptedException {
    if (isBare()) {
      boot.await(node, NodeEvent.CONTAINERD_READY);
    } else {
      boot.await(node, NodeEvent.API_READY);
      making.register(node);
    }
  }

  private void forget(NodeIdentity node) {
    if (isBare()) {
      return;
    }
    try (KubeApi api = api()) {
      api.delete(NodeRegistration.ref(node));
    }
  }

  private KubeApi api() {
    return tools.api(parts.name());
  }

  private void forward() {
    edge().add(after, added);
  }

  private void keep() {
    making.keep(added);
  }
}
