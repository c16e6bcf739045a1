package dev.coracle.cluster;

import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.progress.ProgressListener;
import dev.coracle.cluster.progress.StepInfo;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** How in-memory clusters are made, started and aligned with a spec. */
final class InMemoryStarts {

  private final InMemoryState state;
  private final ScriptedSteps steps;
  private final List<StartRequest> requests = new CopyOnWriteArrayList<>();

  InMemoryStarts(InMemoryState state, ScriptedSteps steps) {
    this.state = state;
    this.steps = steps;
  }

  List<StartRequest> requests() {
    return List.copyOf(requests);
  }

  List<StepInfo> plan(ClusterName name, StartRequest request) {
    wanted(name, request);
    return state
        .find(name)
        .map(cluster -> SampleSteps.start(cluster.status().phase()))
        .orElse(SampleSteps.create());
  }

  /** The spec that is wanted; what cannot change live is refused as a real service refuses it. */
  private ClusterSpec wanted(ClusterName name, StartRequest request) {
    Optional<Cluster> present = state.find(name);
    ClusterSpec old =
        present.map(Cluster::spec).orElse(ClusterSpec.ofVersion(SampleClusters.VERSION));
    ClusterSpec wanted = request.changes().apply(old);
    if (present.isPresent() && !wanted.kubernetesVersion().equals(old.kubernetesVersion())) {
      throw InMemoryState.problem(
          Problem.Code.CANNOT_CHANGE_LIVE,
          "--kubernetes-version cannot change on an existing cluster.",
          "Delete the cluster first, or start another one under another name.");
    }
    return wanted;
  }

  /** Does it for a verb, {@code start} or {@code apply}. */
  Cluster run(String verb, ClusterName name, StartRequest request, ProgressListener listener) {
    requests.add(request);
    return state.exclusively(verb + " " + name, name, () -> runNow(name, request, listener));
  }

  private Cluster runNow(ClusterName name, StartRequest request, ProgressListener listener) {
    List<StepInfo> plan = plan(name, request);
    ClusterSpec spec = wanted(name, request);
    Optional<Cluster> before = state.find(name);
    if (before.isEmpty()) {
      state.put(SampleClusters.cluster(name.value(), spec, Phase.CREATING));
    }
    try {
      steps.run(plan, listener);
    } catch (ClusterException e) {
      undo(name, before, request);
      throw e;
    }
    return state.change(name, spec, Phase.RUNNING);
  }

  private void undo(ClusterName name, Optional<Cluster> before, StartRequest request) {
    if (before.isPresent()) {
      state.put(before.get());
    } else if (request.keepOnFailure()) {
      state.change(name, Phase.ERROR);
    } else {
      state.forget(name);
    }
  }
}
