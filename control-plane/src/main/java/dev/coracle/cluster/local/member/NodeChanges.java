package dev.coracle.cluster.local.member;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterSpecBuilder;
import dev.coracle.cluster.NodeOptions;
import dev.coracle.cluster.NodePool;
import dev.coracle.cluster.NodeRole;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.bootstrap.Plan;
import dev.coracle.cluster.bootstrap.StepRunner;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.layout.NodeCounter;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.layout.Subnet;
import dev.coracle.cluster.local.node.BootWatch;
import dev.coracle.cluster.local.node.HostFolders;
import dev.coracle.cluster.local.parts.BareNodes;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.local.start.Return;
import dev.coracle.cluster.local.step.FailureLogs;
import dev.coracle.cluster.local.stop.Stopping;
import dev.coracle.cluster.progress.ProgressListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be done to single nodes of a cluster; to be called with the cluster's lock held. */
public final class NodeChanges {

  private final Tools tools;
  private final ClusterParts parts;

  /** To be called with the cluster's lock held. */
  public NodeChanges(Tools tools, ClusterParts parts) {
    this.tools = tools;
    this.parts = parts;
  }

  /**
   * Adds so many control planes, or workers to the default pool.
   *
   * @throws ClusterException when the cluster does not serve or cannot have so many
   */
  public void add(NodeRole role, int count, ProgressListener listener) {
    switch (role) {
      case WORKER -> add(pool(NodePool.DEFAULT).withCount(count), listener);
      case CONTROL_PLANE -> addControlPlanes(count, listener);
    }
  }

  private void addControlPlanes(int count, ProgressListener listener) {
    requireServing();
    BareNodes.refuse(
        parts,
        "make one a control plane",
        "Add a worker with `coracle node add`, and there run `kubeadm join --control-plane ...`.");
    ControlPlaneRules.checkAddition(parts, count);
    ClusterSpec wanted =
        parts.spec().toBuilder().controlPlanes(parts.controlPlanes().size() + count).build();
    HostFolders.require(wanted, "");
    List<NodeIdentity> added = next(NodeRole.CONTROL_PLANE, "", count);
    try (BootWatch boot = new BootWatch(tools.engine().containers(), parts.name())) {
      run(new ControlPlaneAddition(tools, parts, added, wanted, boot).plan(), listener);
    }
  }

  private void run(Plan addition, ProgressListener listener) {
    FailureLogs logs = new FailureLogs(tools.engine(), tools.failureLogs(), tools.clock());
    new StepRunner(listener, false, () -> logs.save(parts.name(), listener)).run(addition);
  }

  /** Adds workers like these to the pool of their name, which is made if it is not there. */
  public void add(NodePool more, ProgressListener listener) {
    requireServing();
    requireSame(more);
    ClusterSpec wanted = resized(more.name(), more.count(), more.options());
    HostFolders.require(wanted, more.name());
    List<NodeIdentity> added = next(NodeRole.WORKER, more.name(), more.count());
    try (BootWatch boot = new BootWatch(tools.engine().containers(), parts.name())) {
      run(new NodeAddition(tools, parts, added, wanted, boot).plan(), listener);
    }
  }

  private NodePool pool(String name) {
    return parts.spec().pool(name).orElse(new NodePool(name, 0, NodeOptions.NONE));
  }

  /** Workers of one pool are alike: nobody asks for others of its name by accident. */
  private void requireSame(NodePool more) {
    Optional<NodePool> present = parts.spec().pool(more.name());
    boolean fresh = present.isEmpty() || members(more.name()) == 0;
    if (!fresh && !present.orElseThrow().options().equals(more.options())) {
      throw problem(
          Problem.Code.CANNOT_CHANGE_LIVE,
          "The pool \"%s\" has other labels, taints, limits or mounts.".formatted(more.name()),
          "Name another pool with --pool, or change this one with `coracle apply -f`.");
    }
  }

  private int members(String pool) {
    return (int) parts.nodes().stream().filter(node -> node.pool().equals(pool)).count();
  }

  /** The spec in which a pool has so many more workers than there are, or fewer. */
  private ClusterSpec resized(String pool, int more, NodeOptions options) {
    return parts.spec().toBuilder().pool(new NodePool(pool, members(pool) + more, options)).build();
  }

  private List<NodeIdentity> next(NodeRole role, String pool, int count) {
    Subnet subnet = Subnet.around(parts.firstControlPlane().address());
    List<NodeIdentity> nodes = new ArrayList<>();
    NodeCounter counter = parts.counter();
    for (int i = 0; i < count; i++) {
      NodeIdentity node = counter.next(role, pool, subnet);
      requireFree(node);
      nodes.add(node);
      counter = counter.with(node);
    }
    return nodes;
  }

  private void requireFree(NodeIdentity node) {
    String container = ObjectNames.node(parts.name(), node.name());
    if (tools.engine().containers().find(container).isPresent()) {
      throw problem(
          Problem.Code.NAME_TAKEN,
          "There is a container \"%s\" that Coracle did not make.".formatted(container),
          "Rename that container, then try again.");
    }
  }

  /**
   * Removes the nodes of these names.
   *
   * @param force whether their pods are not to be moved first
   * @throws ClusterException when the cluster does not serve or needs one of them
   */
  public void remove(List<String> names, boolean force, ProgressListener listener) {
    requireServing();
    List<NodeIdentity> nodes = names.stream().distinct().map(parts::requireNode).toList();
    ControlPlaneRules.checkRemoval(parts, nodes);
    NodeRemoval removal = new NodeRemoval(tools, parts, nodes, without(nodes), force);
    new StepRunner(listener).run(removal.plan());
  }

  private ClusterSpec without(List<NodeIdentity> nodes) {
    List<NodeIdentity> staying =
        parts.controlPlanes().stream().filter(node -> !nodes.contains(node)).toList();
    ClusterSpecBuilder spec = parts.spec().toBuilder().controlPlanes(staying.size());
    nodes.stream()
        .filter(node -> !node.isControlPlane())
        .collect(Collectors.groupingBy(NodeIdentity::pool, Collectors.counting()))
        .forEach(
            (name, count) ->
                spec.pool(pool(name).withCount(members(name) - Math.toIntExact(count))));
    return spec.build();
  }

  private void requireServing() {
    parts.requireNoUpgrade();
    boolean serves =
        parts
            .edge()
            .filter(edge -> edge.state() == ContainerInfo.State.RUNNING)
            .filter(_ -> parts.anyNodeIs(ContainerInfo.State.RUNNING))
            .isPresent();
    if (!serves) {
      throw problem(
          Problem.Code.CLUSTER_NOT_RUNNING,
          "Cluster \"%s\" does not run, so its nodes cannot change.".formatted(parts.name()),
          "Start it with `coracle start %s`.".formatted(parts.name()));
    }
  }

  /**
   * Stops one node, whose pods have so long to end.
   *
   * @throws ClusterException with {@link Problem.Code#NODE_NOT_FOUND}
   */
  public void stop(String node, Duration grace, ProgressListener listener) {
    String container = ObjectNames.node(parts.name(), parts.requireNode(node).name());
    Stopping stopping = new Stopping(tools.engine().containers(), parts, grace);
    new StepRunner(listener).run(stopping.planOf(Set.of(container)));
  }

  /**
   * Brings back one node.
   *
   * @throws ClusterException with {@link Problem.Code#NODE_NOT_FOUND}
   */
  public void start(String node, ProgressListener listener) {
    Set<String> only = Set.of(parts.requireNode(node).name());
    StartRequest request = StartRequest.defaults();
    try (BootWatch boot = new BootWatch(tools.engine().containers(), parts.name())) {
      Return comeback = new Return(tools, parts, parts.spec(), request, boot, only);
      new StepRunner(listener, true, () -> {}).run(comeback.plan());
    }
  }

  private static ClusterException problem(Problem.Code code, String summary, String advice) {
    return new ClusterException(Problem.of(code, summary, advice));
  }
}
