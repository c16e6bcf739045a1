package dev.coracle.cluster;

import dev.coracle.cluster.ClusterStatus.KubeconfigState;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.Node.Health;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Clusters in any phase and of any size, as a service would observe them. */
public final class SampleClusters {

  /** The version of every sample. */
  public static final KubernetesVersion VERSION = new KubernetesVersion(1, 36, 3);

  /** When every sample was created. */
  public static final Instant CREATED_AT = Instant.parse("2026-01-02T03:04:05Z");

  /** Since when every sample runs that runs. */
  public static final Instant UP_SINCE = Instant.parse("2026-01-02T04:04:05Z");

  /** When the certificates of every sample end that runs. */
  public static final Instant CERTIFICATES_EXPIRE = Instant.parse("2027-01-02T03:04:05Z");

  /** The API port of every sample that runs. */
  public static final int API_PORT = 40123;

  private SampleClusters() {}

  /** A cluster of one node in this phase. */
  public static Cluster cluster(String name, Phase phase) {
    return cluster(name, ClusterSpec.ofVersion(VERSION), phase);
  }

  /** A cluster of this spec in this phase. */
  public static Cluster cluster(String name, ClusterSpec spec, Phase phase) {
    return new Cluster(new ClusterName(name), spec, status(name, spec, phase), CREATED_AT);
  }

  /** A cluster in this phase of which nothing is recorded that can be read, and this warning. */
  public static Cluster unknown(String name, Phase phase, String warning) {
    Cluster known = cluster(name, phase);
    Cluster warned = with(known, known.status().kubeconfig(), List.of(warning));
    return new Cluster(known.name(), Cluster.UNKNOWN, warned.status(), Instant.EPOCH);
  }

  /** The same cluster in another phase, with another spec. */
  public static Cluster with(Cluster cluster, ClusterSpec spec, Phase phase) {
    ClusterStatus status = status(cluster.name().value(), spec, phase);
    return new Cluster(cluster.name(), spec, status, cluster.createdAt());
  }

  /** The same cluster with these warnings and this state of the kubeconfig. */
  public static Cluster with(Cluster cluster, KubeconfigState kubeconfig, List<String> warnings) {
    ClusterStatus old = cluster.status();
    return with(cluster, old.phase(), old.nodes(), kubeconfig, warnings, old.stopsAt());
  }

  /** The same cluster, which is to stop by itself then, or not. */
  public static Cluster stopping(Cluster cluster, Optional<Instant> at) {
    ClusterStatus old = cluster.status();
    return with(cluster, old.phase(), old.nodes(), old.kubeconfig(), old.warnings(), at);
  }

  /** The same cluster, one of whose nodes is in this state. */
  public static Cluster with(Cluster cluster, String node, Node.State state) {
    List<Node> nodes =
        cluster.status().nodes().stream()
            .map(n -> n.name().equals(node) ? with(n, state) : n)
            .toList();
    boolean well = nodes.stream().allMatch(n -> n.state() == Node.State.RUNNING);
    return with(cluster, well ? Phase.RUNNING : Phase.DEGRADED, nodes);
  }

  /** The same cluster, which paused by itself. */
  public static Cluster autoPaused(Cluster cluster) {
    ClusterStatus old = cluster.status();
    return with(
        cluster,
        old.phase(),
        old.nodes().stream()
            .map(node -> with(node, node.state(), node.kubelet(), node.apiServer(), true))
            .toList());
  }

  private static Cluster with(Cluster cluster, Phase phase, List<Node> nodes) {
    ClusterStatus old = cluster.status();
    return with(cluster, phase, nodes, old.kubeconfig(), old.warnings(), old.stopsAt());
  }

  private static Cluster with(
      Cluster cluster,
      Phase phase,
      List<Node> nodes,
      KubeconfigState kubeconfig,
      List<String> warnings,
      Optional<Instant> stopsAt) {
    ClusterStatus status =
        new ClusterStatus(
            phase,
            nodes,
            cluster.status().apiPort(),
            kubeconfig,
            warnings,
            stopsAt,
            whileItRuns(phase, CERTIFICATES_EXPIRE),
            whileItRuns(phase, UP_SINCE));
    return new Cluster(cluster.name(), cluster.spec(), status, cluster.createdAt());
  }

  private static Node with(Node node, Node.State state) {
    Health health = state == Node.State.RUNNING ? Health.RUNNING : Health.STOPPED;
    return with(node, state, health);
  }

  /** The same node before kubeadm. */
  private static Node blank(Node node) {
    return with(node, node.state(), Health.UNCONFIGURED);
  }

  private static Node with(Node node, Node.State state, Health health) {
    boolean worker = node.role() == NodeRole.WORKER;
    return with(node, state, health, worker ? Health.NOT_APPLICABLE : health, false);
  }

  private static Node with(
      Node node, Node.State state, Health kubelet, Health apiServer, boolean autoPaused) {
    return new Node(
        node.name(),
        node.containerName(),
        node.number(),
        node.role(),
        node.address(),
        node.image(),
        state,
        kubelet,
        apiServer,
        autoPaused);
  }

  private static ClusterStatus status(String name, ClusterSpec spec, Phase phase) {
    boolean served = phase != Phase.STOPPED && phase != Phase.CREATING;
    return new ClusterStatus(
        phase,
        nodes(name, spec, phase),
        served ? Optional.of(API_PORT) : Optional.empty(),
        phase == Phase.CREATING || spec.bare()
            ? KubeconfigState.ABSENT
            : KubeconfigState.CONFIGURED,
        List.of(),
        Optional.empty(),
        whileItRuns(phase, CERTIFICATES_EXPIRE),
        whileItRuns(phase, UP_SINCE));
  }

  private static Optional<Instant> whileItRuns(Phase phase, Instant time) {
    boolean runs = Set.of(Phase.RUNNING, Phase.DEGRADED, Phase.ERROR).contains(phase);
    return runs ? Optional.of(time) : Optional.empty();
  }

  private static List<Node> nodes(String name, ClusterSpec spec, Phase phase) {
    List<Node> nodes = new ArrayList<>();
    for (int number = 1; number <= spec.controlPlanes() + spec.workers(); number++) {
      boolean worker = number > spec.controlPlanes();
      int index = worker ? number - spec.controlPlanes() : number;
      Node node =
          node(name, number, index, worker ? NodeRole.WORKER : NodeRole.CONTROL_PLANE, phase);
      nodes.add(spec.bare() && phase == Phase.RUNNING ? blank(node) : node);
    }
    return nodes;
  }

  private static Node node(String cluster, int number, int index, NodeRole role, Phase phase) {
    String name = role.label() + "-" + index;
    return new Node(
        name,
        cluster + "-" + name,
        number,
        role,
        "172.30.0." + (9 + number),
        "coracle/node:v1.36.3-0123456789ab",
        state(phase),
        kubelet(phase),
        role == NodeRole.WORKER ? Health.NOT_APPLICABLE : apiServer(phase),
        false);
  }

  private static Node.State state(Phase phase) {
    return switch (phase) {
      case CREATING -> Node.State.CREATED;
      case RUNNING, DEGRADED, ERROR -> Node.State.RUNNING;
      case PAUSED -> Node.State.PAUSED;
      case STOPPED -> Node.State.STOPPED;
    };
  }

  private static Health kubelet(Phase phase) {
    return switch (phase) {
      case RUNNING, DEGRADED -> Health.RUNNING;
      case PAUSED -> Health.PAUSED;
      case ERROR -> Health.ERROR;
      case STOPPED, CREATING -> Health.STOPPED;
    };
  }

  private static Health apiServer(Phase phase) {
    return phase == Phase.DEGRADED ? Health.ERROR : kubelet(phase);
  }
}
