package dev.coracle.cluster;

import dev.coracle.cluster.progress.StepInfo;
import java.util.List;
import java.util.Set;

/** The steps of each operation of {@link InMemoryClusterService}; like real plans, only fewer. */
final class SampleSteps {

  private static final List<StepInfo> CREATE =
      List.of(
          step("check-engine", "Checking the engine"),
          step("ensure-image", "Preparing the node image", "check-engine"),
          step("issue-credentials", "Issuing credentials", "check-engine"),
          step("create-nodes", "Creating nodes", "ensure-image", "issue-credentials"),
          step("start-nodes", "Starting nodes", "create-nodes"),
          step("await-api", "Waiting for the API server", "start-nodes"),
          step("await-ready", "Waiting for nodes and cluster DNS", "await-api"),
          step("write-kubeconfig", "Writing the kubeconfig", "await-ready"));

  private SampleSteps() {}

  static List<StepInfo> start(ClusterStatus.Phase phase) {
    return switch (phase) {
      case PAUSED -> resume();
      case RUNNING, DEGRADED -> List.of(step("check-engine", "Checking the engine"));
      case CREATING, STOPPED, ERROR -> startStopped();
    };
  }

  static List<StepInfo> create() {
    return CREATE;
  }

  private static List<StepInfo> startStopped() {
    return List.of(
        step("check-engine", "Checking the engine"),
        step("start-nodes", "Starting nodes", "check-engine"),
        step("await-api", "Waiting for the API server", "start-nodes"),
        step("await-ready", "Waiting for nodes and cluster DNS", "await-api"),
        step("write-kubeconfig", "Writing the kubeconfig", "await-ready"));
  }

  static List<StepInfo> stop() {
    return List.of(step("stop-nodes", "Stopping nodes"));
  }

  static List<StepInfo> upgrade() {
    return List.of(
        step("check-nodes", "Checking the nodes"),
        step("swap-nodes", "Making nodes anew", "check-nodes"),
        step("keep-result", "Keeping the result", "swap-nodes"));
  }

  static List<StepInfo> pause() {
    return List.of(step("pause-nodes", "Pausing nodes"));
  }

  static List<StepInfo> resume() {
    return List.of(step("resume-nodes", "Resuming nodes"));
  }

  static List<StepInfo> delete() {
    return List.of(
        step("remove-kubeconfig", "Removing the kubeconfig entry"),
        step("remove-nodes", "Removing nodes", "remove-kubeconfig"));
  }

  static List<StepInfo> addNodes() {
    return List.of(
        step("create-nodes", "Creating nodes"),
        step("start-nodes", "Starting nodes", "create-nodes"),
        step("await-ready", "Waiting until the nodes are ready", "start-nodes"));
  }

  static List<StepInfo> removeNodes() {
    return List.of(
        step("drain-nodes", "Draining nodes"),
        step("remove-nodes", "Removing nodes", "drain-nodes"));
  }

  private static StepInfo step(String id, String title, String... after) {
    return new StepInfo(id, title, Set.of(after));
  }
}
