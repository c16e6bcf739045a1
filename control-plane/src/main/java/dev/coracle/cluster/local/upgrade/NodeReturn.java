package dev.coracle.cluster.local.upgrade;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.UpgradeRequest;
import dev.coracle.cluster.addon.Addons;
import dev.coracle.cluster.bootstrap.Cancelled;
import dev.coracle.cluster.kube.KubeApi;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.local.node.BootWatch;
import dev.coracle.cluster.local.node.Readiness;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.local.stop.Stopping;
import dev.coracle.cluster.node.NodeEvent;
import java.time.Instant;
import java.util.List;

/** The way back of a node whose upgrade fails: to the image and the files of before. */
final class NodeReturn {

  private final Tools tools;
  private final UpgradeGoal goal;
  private final UpgradeRequest request;
  private final UpgradeNotes notes;
  private final NodeIdentity node;

  NodeReturn(
      Tools tools,
      UpgradeGoal goal,
      UpgradeRequest request,
      UpgradeNotes notes,
      NodeIdentity node) {
    this.tools = tools;
    this.goal = goal;
    this.request = request;
    this.notes = notes;
    this.node = node;
  }

  /** Goes it, unless the node is done; where that fails, the notes say so. */
  void run() {
    if (notes.isDone(node) || notes.from().equals(goal.image())) {
      return;
    }
    try {
      putBack();
      notes.forgetIfNothingIsDone();
    } catch (ClusterException e) {
      notes.strand(node);
      throw e;
    }
  }

  private void putBack() {
    Stopping stopping = new Stopping(tools.engine().containers(), goal.parts(), request.grace());
    NodeSwap.Shape before =
        new NodeSwap.Shape(goal.parts().plan(), notes.from(), goal.changesVersion());
    Instant since = Readiness.before(tools.clock().instant());
    try (BootWatch boot = new BootWatch(tools.engine().containers(), goal.parts().name());
        KubeApi api = tools.api(goal.parts().name())) {
      new NodeSwap(tools, boot, stopping).run(node, before);
      boot.await(node, NodeEvent.API_READY, request.timeout());
      putBackAddons(api, boot.await(node, NodeEvent.MOUNTED).field("proxyMode"));
      new Readiness(api, boot, request.timeout())
          .awaitReturn(goal.parts().plan().with(List.of(node)), since);
    } catch (InterruptedException e) {
      throw Cancelled.because(e);
    }
  }

  private void putBackAddons(KubeApi api, String proxyMode) {
    Addons former =
        new Addons(
            goal.parts().plan(), tools.images().recipe(goal.parts().spec().kubernetesVersion()));
    UpgradedAddons addons = new UpgradedAddons(api, former, proxyMode);
    addons.bringProxy(node);
    if (node.equals(goal.parts().firstControlPlane())) {
      addons.applyAll();
    }
  }
}
