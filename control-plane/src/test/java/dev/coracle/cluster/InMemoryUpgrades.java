package dev.coracle.cluster;

import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.progress.ProgressListener;
import dev.coracle.cluster.progress.StepInfo;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** How in-memory clusters come to another version. */
final class InMemoryUpgrades {

  private final InMemoryState state;
  private final ScriptedSteps steps;
  private final List<UpgradeRequest> requests = new CopyOnWriteArrayList<>();
  private volatile @Nullable Problem refusal;

  InMemoryUpgrades(InMemoryState state, ScriptedSteps steps) {
    this.state = state;
    this.steps = steps;
  }

  void refuse(Problem why) {
    refusal = why;
  }

  List<UpgradeRequest> requests() {
    return List.copyOf(requests);
  }

  List<StepInfo> plan(ClusterName name, UpgradeRequest request) {
    Problem why = refusal;
    if (why != null) {
      throw new ClusterException(why);
    }
    KubernetesVersion present = state.require(name).spec().kubernetesVersion();
    KubernetesVersion wanted = request.version().orElse(SampleClusters.VERSION);
    if (wanted.compareTo(present) < 0) {
      throw InMemoryState.problem(
          Problem.Code.CANNOT_CHANGE_LIVE,
          "Kubernetes %s cannot go back to %s.".formatted(present, wanted),
          "Make another cluster.");
    }
    return wanted.equals(present) ? List.of() : SampleSteps.upgrade();
  }

  Cluster run(ClusterName name, UpgradeRequest request, ProgressListener listener) {
    requests.add(request);
    return state.exclusively("upgrade " + name, name, () -> runNow(name, request, listener));
  }

  private Cluster runNow(ClusterName name, UpgradeRequest request, ProgressListener listener) {
    List<StepInfo> plan = plan(name, request);
    if (plan.isEmpty()) {
      return state.require(name);
    }
    steps.run(plan, listener);
    KubernetesVersion version = request.version().orElse(SampleClusters.VERSION);
    ClusterSpec spec = state.require(name).spec().toBuilder().kubernetesVersion(version).build();
    return state.change(name, spec, Phase.RUNNING);
  }
}
