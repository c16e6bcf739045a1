package dev.coracle.cluster.local.observation;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterStatus;
import dev.coracle.cluster.Node;
import dev.coracle.cluster.Node.Health;
import dev.coracle.cluster.NodeRole;
import dev.coracle.cluster.bootstrap.Parallel;
import dev.coracle.cluster.engine.ContainerEngine;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.layout.SpecVolumes;
import dev.coracle.cluster.local.parts.ClusterLocks;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.local.parts.KubeconfigEntries;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Turns the parts of a cluster into what a person wants to know of it. */
public final class Observer {

  private final ContainerEngine engine;
  private final ClusterLocks locks;
  private final Function<ClusterParts, KubeconfigEntries.Seen> kubeconfig;
  private final Clock clock;

  /**
   * Asks the nodes of this engine.
   *
   * @param kubeconfig what the kubeconfig says of a cluster
   */
  public Observer(
      ContainerEngine engine,
      ClusterLocks locks,
      Function<ClusterParts, KubeconfigEntries.Seen> kubeconfig,
      Clock clock) {
    this.engine = engine;
    this.locks = locks;
    this.kubeconfig = kubeconfig;
    this.clock = clock;
  }

  /** What these clusters are now, all asked at the same time. */
  public List<Cluster> observe(List<ClusterParts> parts) {
    return Parallel.map(parts, this::observe);
  }

  /** What this cluster is now; its nodes are asked. */
  public Cluster observe(ClusterParts parts) {
    return observe(
        parts,
        container -> {
          NodeHealth answer = NodeHealth.ask(engine.containers(), container);
          return parts.isBare() ? answer.ofBare() : answer;
        });
  }

  /** The same right after a start that waited for every node: none is asked once more. */
  public Cluster observeStarted(ClusterParts parts) {
    return observe(parts, container -> NodeHealth.WELL);
  }

  private Cluster observe(ClusterParts parts, Function<String, NodeHealth> health) {
    List<ObservedNode> observed = Parallel.map(parts.nodes(), node -> observe(parts, node, health));
    List<Node> nodes = observed.stream().map(ObservedNode::node).toList();
    KubeconfigEntries.Seen seen = kubeconfig.apply(parts);
    ClusterStatus status =
        new ClusterStatus(
            PhaseRules.phase(parts, nodes, parts.unfinished() && locks.isTaken(parts.name())),
            nodes,
            parts.apiPort(),
            seen.state(),
            Warnings.of(parts, observed, seen, clock.instant()),
            parts.stopsAfter(clock.instant()),
            first(observed.stream().map(ObservedNode::certificatesExpire)),
            first(
                observed.stream()
                    .filter(each -> each.node().role() == NodeRole.CONTROL_PLANE)
                    .map(ObservedNode::upSince)));
    ClusterSpec spec = parts.kept().map(SpecVolumes.Kept::spec).orElse(Cluster.UNKNOWN);
    return new Cluster(parts.name(), spec, status, parts.createdAt());
  }

  private static Optional<Instant> first(Stream<Optional<Instant>> times) {
    return times.flatMap(Optional::stream).min(Comparator.naturalOrder());
  }

  /**
   * A node and what only the whole needs.
   *
   * @param node the node
   * @param certificatesExpire when its first certificate ends, if it said
   * @param upSince when it booted, if it runs and said so
   */
  record ObservedNode(Node node, Optional<Instant> certificatesExpire, Optional<Instant> upSince) {}

  private static ObservedNode observe(
      ClusterParts parts, NodeIdentity identity, Function<String, NodeHealth> source) {
    Optional<ContainerInfo> container = parts.container(identity);
    Node.State state = container.map(info -> state(info.state())).orElse(Node.State.MISSING);
    NodeHealth health =
        state == Node.State.RUNNING
            ? source.apply(ObjectNames.node(parts.name(), identity.name()))
            : resting(state);
    boolean running = state == Node.State.RUNNING;
    Node node =
        new Node(
            identity.name(),
            ObjectNames.node(parts.name(), identity.name()),
            identity.number(),
            identity.role(),
            identity.address(),
            container.map(ContainerInfo::image).orElse(""),
            running ? state(health) : state,
            health.kubelet(),
            identity.isControlPlane() ? health.apiServer() : Health.NOT_APPLICABLE,
            running && health.kubelet() == Health.PAUSED);
    return new ObservedNode(node, health.certificatesExpire(), health.upSince());
  }

  /** A node that halted or paused by itself: that its container still runs is our affair. */
  private static Node.State state(NodeHealth ofRunning) {
    return switch (ofRunning.kubelet()) {
      case STOPPED -> Node.State.STOPPED;
      case PAUSED -> Node.State.PAUSED;
      case RUNNING, ERROR, UNCONFIGURED, NOT_APPLICABLE -> Node.State.RUNNING;
    };
  }

  private static NodeHealth resting(Node.State state) {
    Health health = state == Node.State.PAUSED ? Health.PAUSED : Health.STOPPED;
    return NodeHealth.all(health);
  }

  private static Node.State state(ContainerInfo.State state) {
    return switch (state) {
      case CREATED -> Node.State.CREATED;
      case RUNNING, RESTARTING -> Node.State.RUNNING;
      case PAUSED -> Node.State.PAUSED;
      case EXITED, DEAD -> Node.State.STOPPED;
    };
  }
}
