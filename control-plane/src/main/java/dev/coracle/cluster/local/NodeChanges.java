package dev.coracle.cluster.local;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.NodeRole;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.bootstrap.StepRunner;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.layout.NodeCounter;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.layout.Subnet;
import dev.coracle.cluster.progress.ProgressListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What can be done to single nodes of a cluster; to be called with the cluster's lock held. */
final class NodeChanges {

  private final Tools tools;
  private final ClusterParts parts;

  NodeChanges(Tools tools, ClusterParts parts) {
    this.tools = tools;
    this.parts = parts;
  }

  void add(NodeRole role, int count, ProgressListener listener) {
    requireServing();
    requireWorkers(role);
    ClusterSpec wanted = workers(count);
    try (BootWatch boot = new BootWatch(tools.engine().containers(), parts.name())) {
      NodeAddition addition = new NodeAddition(tools, parts, next(role, count), wanted, boot);
      FailureLogs logs = new FailureLogs(tools.engine(), tools.failureLogs(), tools.clock());
      new StepRunner(listener, false, () -> logs.save(parts.name(), listener)).run(addition.plan());
    }
  }

  private List<NodeIdentity> next(NodeRole role, int count) {
    Subnet subnet = Subnet.around(parts.firstControlPlane().address());
    List<NodeIdentity> nodes = new ArrayList<>();
    NodeCounter counter = parts.counter();
    for (int i = 0; i < count; i++) {
      NodeIdentity node = counter.next(role, subnet);
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

  void remove(List<String> names, boolean force, ProgressListener listener) {
    requireServing();
    List<NodeIdentity> nodes = names.stream().distinct().map(parts::requireNode).toList();
    nodes.forEach(node -> requireWorkers(node.role()));
    NodeRemoval removal = new NodeRemoval(tools, parts, nodes, workers(-nodes.size()), force);
    new StepRunner(listener).run(removal.plan());
  }

  /** The spec with more workers, or fewer. */
  private ClusterSpec workers(int more) {
    long now = parts.nodes().stream().filter(node -> !node.isControlPlane()).count();
    return parts.spec().toBuilder().workers((int) now + more).build();
  }

  private void requireWorkers(NodeRole role) {
    if (role == NodeRole.CONTROL_PLANE) {
      throw problem(
          Problem.Code.CANNOT_CHANGE_LIVE,
          "The number of control planes of cluster \"%s\" cannot change.".formatted(parts.name()),
          "Choose it when the cluster is made, with `coracle start --control-planes`.");
    }
  }

  private void requireServing() {
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

  void stop(String node, Duration grace, ProgressListener listener) {
    String container = ObjectNames.node(parts.name(), parts.requireNode(node).name());
    Stopping stopping = new Stopping(tools.engine().containers(), parts, grace);
    new StepRunner(listener).run(stopping.planOf(Set.of(container)));
  }

  void start(String node, ProgressListener listener) {
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
