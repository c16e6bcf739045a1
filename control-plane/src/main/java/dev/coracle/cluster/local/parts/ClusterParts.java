package dev.coracle.cluster.local.parts;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.layout.NodeCounter;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.layout.SpecVolumes;
import dev.coracle.cluster.layout.Subnet;
import dev.coracle.cluster.layout.UpgradeRecord;
import dev.coracle.cluster.node.ClusterPlan;
import dev.coracle.cluster.node.EdgeContainer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the engine holds of one cluster.
 *
 * @param name the cluster
 * @param kept its spec; empty when a creation ended before it was written
 * @param nodes every node that has a volume, control planes first
 * @param containers the containers by name
 * @param marks what goes on with it, or was cut short
 */
public record ClusterParts(
    ClusterName name,
    Optional<SpecVolumes.Kept> kept,
    List<NodeIdentity> nodes,
    Map<String, ContainerInfo> containers,
    Marks marks) {

  public ClusterParts {
    nodes = List.copyOf(nodes);
    containers = Map.copyOf(containers);
  }

  /** Those of a cluster of which there is nothing yet. */
  public static ClusterParts none(ClusterName name) {
    return new ClusterParts(name, Optional.empty(), List.of(), Map.of(), Marks.NEW);
  }

  /** Whether its creation was begun and has not ended. */
  public boolean unfinished() {
    return marks.unfinished();
  }

  /** When it is to stop by itself, or was to. */
  public Optional<Instant> stopsAt() {
    return marks.stopsAt();
  }

  /** The container of a node, if it is there. */
  public Optional<ContainerInfo> container(NodeIdentity node) {
    return Optional.ofNullable(containers.get(ObjectNames.node(name, node.name())));
  }

  /** Whether a node's container runs and is not frozen. */
  public boolean isRunning(NodeIdentity node) {
    return isRunning(ObjectNames.node(name, node.name()));
  }

  /** Whether the container of this name is the cluster's, runs and is not frozen. */
  public boolean isRunning(String container) {
    ContainerInfo found = containers.get(container);
    return found != null && found.state() == ContainerInfo.State.RUNNING;
  }

  /** Whether a node's container is up, be it frozen. */
  public boolean isAwake(NodeIdentity node) {
    return container(node).filter(ClusterParts::isAwake).isPresent();
  }

  /** Whether a container is up, be it frozen. */
  public static boolean isAwake(ContainerInfo container) {
    return container.state() == ContainerInfo.State.RUNNING
        || container.state() == ContainerInfo.State.PAUSED;
  }

  /** The edge that publishes the API. */
  public Optional<ContainerInfo> edge() {
    return Optional.ofNullable(containers.get(ObjectNames.edge(name)));
  }

  /** When it is to stop by itself, if that is still to come. */
  public Optional<Instant> stopsAfter(Instant now) {
    return stopsAt().filter(at -> at.isAfter(now));
  }

  /** What its edges publish. */
  public ClusterEdges edges() {
    return new ClusterEdges(this);
  }

  /** The port of the API on 127.0.0.1, while the edge runs. */
  public Optional<Integer> apiPort() {
    return edge().flatMap(ClusterParts::apiPort);
  }

  private static Optional<Integer> apiPort(ContainerInfo edge) {
    return edge.published().stream()
        .filter(port -> port.containerPort() == EdgeContainer.API_PORT)
        .map(port -> port.hostPort())
        .filter(port -> port != 0)
        .findFirst();
  }

  /** Whether some node's container is in this state. */
  public boolean anyNodeIs(ContainerInfo.State state) {
    return nodes.stream()
        .anyMatch(node -> container(node).filter(info -> info.state() == state).isPresent());
  }

  /** Whether something of it does not run that would after a start. */
  public boolean rests() {
    return nodes.stream().anyMatch(node -> !isRunning(node))
        || edge().filter(it -> it.state() == ContainerInfo.State.RUNNING).isEmpty();
  }

  /** An upgrade that was begun and has not ended. */
  public Optional<UpgradeRecord> upgrade() {
    return kept.flatMap(SpecVolumes.Kept::upgrade);
  }

  /**
   * Refuses a change for which nodes must be alike.
   *
   * @throws ClusterException with {@link Problem.Code#CANNOT_CHANGE_LIVE} while an upgrade has not
   *     ended
   */
  public void requireNoUpgrade() {
    upgrade()
        .ifPresent(
            begun -> {
              throw new ClusterException(
                  Problem.of(
                      Problem.Code.CANNOT_CHANGE_LIVE,
                      "An upgrade of cluster \"%s\" to Kubernetes %s has not ended."
                          .formatted(name, begun.version()),
                      "Run `coracle upgrade %s` to end it first.".formatted(name)));
            });
  }

  /**
   * What was asked.
   *
   * @throws ClusterException as {@link Recorded#require}
   */
  public ClusterSpec spec() {
    return Recorded.require(this).spec();
  }

  /** Whether its nodes are bare. */
  public boolean isBare() {
    return kept.map(SpecVolumes.Kept::spec).filter(ClusterSpec::bare).isPresent();
  }

  /** Everything that its nodes' files are computed from. */
  public ClusterPlan plan(ClusterSpec wanted) {
    Subnet subnet = Subnet.around(firstControlPlane().address());
    return new ClusterPlan(name, wanted, subnet, nodes, ClusterPlan.MADE);
  }

  /** The same with the spec that it has. */
  public ClusterPlan plan() {
    return plan(spec());
  }

  /** When it was first started. */
  public Instant createdAt() {
    return kept.map(SpecVolumes.Kept::createdAt).orElse(Instant.EPOCH);
  }

  /**
   * The node of this name.
   *
   * @throws ClusterException with {@link Problem.Code#NODE_NOT_FOUND}, which lists the others
   */
  public NodeIdentity requireNode(String node) {
    return nodes.stream()
        .filter(found -> found.name().equals(node))
        .findFirst()
        .orElseThrow(() -> unknown(node));
  }

  private ClusterException unknown(String node) {
    String known = String.join(", ", nodes.stream().map(NodeIdentity::name).toList());
    return new ClusterException(
        Problem.of(
            Problem.Code.NODE_NOT_FOUND,
            "Cluster \"%s\" has no node \"%s\".".formatted(name, node),
            "Its nodes are: " + known + "."));
  }

  /** The highest node numbers ever given, here and before. */
  public NodeCounter counter() {
    return kept.map(SpecVolumes.Kept::counter)
        .orElse(NodeCounter.ZERO)
        .atLeast(NodeCounter.of(nodes));
  }

  /** The control planes, in order. */
  public List<NodeIdentity> controlPlanes() {
    return nodes.stream().filter(NodeIdentity::isControlPlane).toList();
  }

  /** The first control plane, where administration happens. */
  public NodeIdentity firstControlPlane() {
    return nodes.getFirst();
  }
}
