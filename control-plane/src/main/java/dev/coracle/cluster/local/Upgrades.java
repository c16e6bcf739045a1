package dev.coracle.cluster.local;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.UpgradeRequest;
import dev.coracle.cluster.local.node.BootWatch;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.local.parts.Inventory;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.local.start.Starting;
import dev.coracle.cluster.local.upgrade.UpgradeGoal;
import dev.coracle.cluster.local.upgrade.Upgrading;
import dev.coracle.cluster.progress.ProgressListener;
import dev.coracle.cluster.progress.StepInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Upgrades a cluster, whatever state it is in; a run to be called with its lock held. */
final class Upgrades {

  private final Tools tools;
  private final ClusterName name;

  Upgrades(Tools tools, ClusterName name) {
    this.tools = tools;
    this.name = name;
  }

  /** What a run would do; nothing when nothing is to be done. */
  List<StepInfo> plan(UpgradeRequest request) {
    UpgradeGoal goal = goal(request);
    List<StepInfo> steps = new ArrayList<>();
    if (!goal.isReached()) {
      if (goal.parts().rests()) {
        try (Starting starting = starting(goal.parts())) {
          steps.addAll(starting.plan().infos());
        }
      }
      try (BootWatch boot = boot()) {
        steps.addAll(new Upgrading(tools, goal, request, boot).plan().infos());
      }
    }
    return steps;
  }

  void run(UpgradeRequest request, ProgressListener listener) {
    UpgradeGoal goal = goal(request);
    if (goal.isReached()) {
      return;
    }
    if (goal.parts().rests()) {
      start(goal.parts(), listener);
      goal = goal(request);
    }
    try (BootWatch boot = boot()) {
      new Upgrading(tools, goal, request, boot).run(listener);
    }
  }

  private UpgradeGoal goal(UpgradeRequest request) {
    ClusterParts parts = new Inventory(tools.engine()).require(name);
    return UpgradeGoal.of(tools.images(), parts, request);
  }

  private BootWatch boot() {
    return new BootWatch(tools.engine().containers(), name);
  }

  private void start(ClusterParts parts, ProgressListener listener) {
    try (Starting starting = starting(parts)) {
      starting.prepare();
      starting.run(listener);
    }
  }

  /** As it is, and with the current context that kubectl has. */
  private Starting starting(ClusterParts parts) {
    StartRequest asItIs =
        new StartRequest(
            spec -> spec, true, StartRequest.DEFAULT_TIMEOUT, true, true, Optional.empty());
    return new Starting(tools, name, asItIs, Optional.of(parts));
  }
}
