package dev.coracle.cluster;

import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.progress.ProgressListener;
import dev.coracle.cluster.progress.StepInfo;
import java.util.List;

/** How nodes of in-memory clusters come, go, stop and start. */
final class InMemoryNodes {

  private final InMemoryState state;
  private final ScriptedSteps steps;

  InMemoryNodes(InMemoryState state, ScriptedSteps steps) {
    this.state = state;
    this.steps = steps;
  }

  Cluster add(ClusterName name, NodeRole role, int count, ProgressListener listener) {
    String call = "add %d %s to %s".formatted(count, role.label(), name);
    return state.exclusively(
        call, name, () -> resize(name, role, count, SampleSteps.addNodes(), listener));
  }

  Cluster add(ClusterName name, NodePool more) {
    String call = "add %d of pool %s to %s".formatted(more.count(), more.name(), name);
    ClusterSpec spec = state.require(name).spec();
    int count = spec.pool(more.name()).map(NodePool::count).orElse(0) + more.count();
    ClusterSpec wanted = spec.toBuilder().pool(more.withCount(count)).build();
    return state.exclusively(call, name, () -> state.change(name, wanted, Phase.RUNNING));
  }

  Cluster remove(ClusterName name, List<String> nodes, boolean force, ProgressListener listener) {
    String call = "remove %s from %s force=%s".formatted(String.join(" ", nodes), name, force);
    NodeRole role = require(name, nodes.getFirst()).role();
    return state.exclusively(
        call, name, () -> resize(name, role, -nodes.size(), SampleSteps.removeNodes(), listener));
  }

  private Cluster resize(
      ClusterName name, NodeRole role, int more, List<StepInfo> plan, ProgressListener listener) {
    ClusterSpec spec = state.require(name).spec();
    ClusterSpec wanted =
        role == NodeRole.WORKER
            ? spec.toBuilder().workers(spec.workers() + more).build()
            : spec.toBuilder().controlPlanes(spec.controlPlanes() + more).build();
    steps.run(plan, listener);
    return state.change(name, wanted, Phase.RUNNING);
  }

  private Node require(ClusterName name, String node) {
    return state.require(name).status().nodes().stream()
        .filter(found -> found.name().equals(node))
        .findFirst()
        .orElseThrow(
            () ->
                InMemoryState.problem(
                    Problem.Code.NODE_NOT_FOUND,
                    "Cluster \"%s\" has no node \"%s\".".formatted(name, node),
                    "See `coracle node list`."));
  }

  Cluster stop(ClusterName name, String node, ProgressListener listener) {
    return change("stop", name, node, SampleSteps.stop(), Node.State.STOPPED, listener);
  }

  Cluster start(ClusterName name, String node, ProgressListener listener) {
    List<StepInfo> plan = SampleSteps.start(Phase.STOPPED);
    return change("start", name, node, plan, Node.State.RUNNING, listener);
  }

  private Cluster change(
      String verb,
      ClusterName name,
      String node,
      List<StepInfo> plan,
      Node.State after,
      ProgressListener listener) {
    require(name, node);
    return state.exclusively(
        verb + " " + node + " of " + name,
        name,
        () -> {
          steps.run(plan, listener);
          return state.put(SampleClusters.with(state.require(name), node, after));
        });
  }
}
