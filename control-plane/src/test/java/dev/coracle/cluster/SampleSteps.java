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
          step("issue-credentials", "Issuing certificates", "check-engine"),
          step("create-nodes", "Creating the nodes", "ensure-image", "issue-credentials"),
          step("start-nodes", "Starting the nodes", "create-nodes"),
          step("await-api", "Waiting for the API server", "start-nodes"),
          step("await-ready", "Waiting until nodes and DNS are ready", "await-api"),
          step("write-kubeconfig", "Writing the kubeconfig context", "await-ready"));

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
        step("start-nodes", "Starting the nodes", "check-engine"),
        step("await-api", "Waiting for the API server", "start-nodes"),
        step("await-ready", "Waiting until nodes and DNS are ready", "await-api"),
        step("write-kubeconfig", "Writing the kubeconfig context", "await-ready"));
  }

  static List<StepInfo> stop() {
    return List.of(step("stop-nodes", "Stopping the nodes"));
  }

  static List<StepInfo> upgrade() {
    return List.of(
        step("check-nodes", "Checking the nodes"),
        step("swap-nodes", "Making the edges anew", "check-nodes"),
        step("keep-result", "Keeping the result", "swap-nodes"));
  }

  static List<StepInfo> pause() {
    return List.of(step("pause-nodes", "Pausing control-plane-1"));
  }

  static List<StepInfo> resume() {
    return List.of(step("resume-nodes", "Resuming control-plane-1"));
  }

  static List<StepInfo> delete() {
    return List.of(
        step("remove-kubeconfig", "Removing the kubeconfig context"),
        step("remove-nodes", "Removing containers", "remove-kubeconfig"));
  }

  static List<StepInfo> addNodes() {
    return List.of(
        step("create-nodes", "Creating the nodes"),
        step("start-nodes", "Starting the nodes", "create-nodes"),
        step("await-ready", "Waiting until worker-1 is ready", "start-nodes"));
  }

  static List<StepInfo> removeNodes() {
    return List.of(
        step("drain-nodes", "Draining node worker-1"),
        step("remove-nodes", "Removing containers", "drain-nodes"));
  }

  private static StepInfo step(String id, String title, String... after) {
    return new StepInfo(id, title, Set.of(after));
  }
}
