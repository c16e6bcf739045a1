package dev.coracle.cluster.local.member;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.bootstrap.Plan;
import dev.coracle.cluster.bootstrap.Step;
import dev.coracle.cluster.engine.Containers;
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
import java.util.stream.Stream;

/**
 * Adds control planes to a cluster that serves. etcd takes them in one after the other, each first
 * without a vote, so that a majority is never lost by one that does not come up. Whatever ends this
 * early, everything is taken back as a removal does it.
 */
final class ControlPlaneAddition {

  private final Tools tools;
  private final ClusterParts parts;
  private final List<NodeIdentity> added;
  private final BootWatch boot;
  private final NodeMaking making;
  private final ClusterPlan after;
  private final Later<Credentials> credentials = new Later<>();
  private final Later<Boolean> tainted = new Later<>();

  ControlPlaneAddition(
      Tools tools,
      ClusterParts parts,
      List<NodeIdentity> added,
      ClusterSpec wanted,
      BootWatch boot) {
    this.tools = tools;
    this.parts = parts;
    this.added = List.copyOf(added);
    this.boot = boot;
    this.making = new NodeMaking(tools, parts, wanted);
    this.after = making.planWith(added);
  }

  Plan plan() {
    List<Step> steps = new ArrayList<>();
    steps.add(
        Step.of("mark", "Noting what is begun", Set.of(), p -> transition().markJoining(added))
            .undoneBy(() -> new ControlPlaneRecovery(tools, parts.name()).settle()));
    steps.add(Step.of("credentials", "Issuing certificates", Set.of("mark"), p -> issue()));
    steps.add(
        Step.of("election", "Turning leader election on", Set.of("mark"), p -> beginElection())
            .within(LeaderElection.LIMIT));
    steps.add(
        Step.of(
            "peers",
            "Introducing the nodes to each other",
            Set.of("mark"),
            p -> new Neighbours(containers(), parts).tell(after, List.of())));
    Set<String> ready = addNodes(steps);
    steps.add(
        Step.of(
            "edge",
            "Forwarding to the new nodes",
            ready,
            p -> new LiveEdge(containers(), parts).add(after, added)));
    steps.add(Step.of("finish", "Keeping the result", Set.of("edge"), p -> keep()));
    return new Plan(steps);
  }

  private Set<String> addNodes(List<Step> steps) {
    Set<String> ready = new HashSet<>();
    String before = "peers";
    for (NodeIdentity node : added) {
      addSteps(steps, node, before);
      before = "join-" + node.name();
      ready.add("ready-" + node.name());
    }
    return ready;
  }

  private void addSteps(List<Step> steps, NodeIdentity node, String before) {
    String create = "create-" + node.name();
    String join = "join-" + node.name();
    steps.add(
        Step.of(create, "Creating node " + node.name(), Set.of("credentials"), p -> create(node)));
    steps.add(
        Step.of(
                join,
                "Taking %s into etcd".formatted(node.name()),
                Set.of("election", create, before),
                p -> join(node))
            .within(NodeMaking.READY.multipliedBy(2).plusSeconds(30)));
    steps.add(
        Step.of(
                "ready-" + node.name(),
                "Waiting until %s is ready".formatted(node.name()),
                Set.of(join),
                p -> awaitReady(node))
            .within(NodeMaking.READY.plusSeconds(30)));
  }

  private Containers containers() {
    return tools.engine().containers();
  }

  private Transition transition() {
    return new Transition(tools.engine().volumes(), parts.name());
  }

  private void issue() {
    credentials.set(making.issue(after));
    try (KubeApi api = api()) {
      tainted.set(
          api.find(NodeRegistration.ref(parts.firstControlPlane()))
              .filter(ControlPlaneAddition::keepsPodsOff)
              .isPresent());
    }
  }

  private static boolean keepsPodsOff(JsonNode node) {
    return node.at("/spec/taints")
        .findValuesAsText("key")
        .contains("node-role.kubernetes.io/control-plane");
  }

  private void beginElection() {
    if (parts.controlPlanes().size() == 1) {
      try (KubeApi api = api()) {
        new LeaderElection(containers(), parts.name(), api).begin(parts.firstControlPlane(), after);
      }
    }
  }

  private KubeApi api() {
    return tools.api(parts.name());
  }

  private void create(NodeIdentity node) throws InterruptedException {
    Stream<NodeIdentity> joined = added.subList(0, added.indexOf(node) + 1).stream();
    List<NodeIdentity> members = Stream.concat(parts.controlPlanes().stream(), joined).toList();
    making.make(
        node,
        NodeFiles.ofJoining(after, node, members, tainted.get())
            .with(credentials.get().nodeFiles(node)));
  }

  private void join(NodeIdentity node) throws InterruptedException {
    EtcdMembers etcd = new EtcdMembers(containers(), parts.name(), parts.firstControlPlane());
    etcd.addLearner(node, NodeMaking.READY);
    boot.start(ObjectNames.node(parts.name(), node.name()), tools.clock().instant());
    etcd.promote(node, NodeMaking.READY);
  }

  private void awaitReady(NodeIdentity node) throws InterruptedException {
    boot.await(node, NodeEvent.API_READY);
    making.register(node);
    boot.await(node, NodeEvent.RECORDED);
  }

  private void keep() {
    making.keep(added);
    transition().clear();
  }
}
