package dev.coracle.cluster.local.upgrade;

import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.addon.Addons;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.kube.KubeApi;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.UpgradeRecord;
import dev.coracle.cluster.local.node.BootWatch;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.local.stop.Stopping;
import dev.coracle.cluster.node.NodeEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a start must know of a cluster whose upgrade was cut short. */
public final class HalfUpgrade {

  private final Tools tools;
  private final ClusterParts parts;
  private final BootWatch boot;

  /** Of a cluster that comes back, whose boot is watched by this. */
  public HalfUpgrade(Tools tools, ClusterParts parts, BootWatch boot) {
    this.tools = tools;
    this.parts = parts;
    this.boot = boot;
  }

  /** The image from which a lost container is made again; empty: the one of the spec's version. */
  public Optional<String> imageOf(NodeIdentity node) {
    return parts
        .upgrade()
        .map(begun -> begun.isDone(node) ? begun.image() : begun.from())
        .filter(tools.images()::isThere);
  }

  /**
   * A node whose container is of the new image and has maybe never run gets the files that belong
   * to that image.
   */
  public void completeFiles(NodeIdentity node) {
    parts
        .upgrade()
        .filter(begun -> !begun.isDone(node) && isOf(node, begun.image()))
        .ifPresent(begun -> completeFiles(node, begun));
  }

  /** Lets nodes that run the new version have its programs, without which they have no services. */
  public void bringPrograms(KubeApi api, List<NodeIdentity> started) throws InterruptedException {
    UpgradeRecord begun = parts.upgrade().orElse(null);
    if (begun == null) {
      return;
    }
    Addons addons = new Addons(parts.plan(spec(begun)), tools.images().recipe(begun.version()));
    for (NodeIdentity node : started) {
      if (!begun.isDone(node) && isOf(node, begun.image())) {
        String mode = boot.await(node, NodeEvent.MOUNTED).field("proxyMode");
        new UpgradedAddons(api, addons, mode).bring(node, parts.plan());
      }
    }
  }

  private ClusterSpec spec(UpgradeRecord begun) {
    return parts.spec().toBuilder().kubernetesVersion(begun.version()).build();
  }

  private boolean isOf(NodeIdentity node, String image) {
    return parts.container(node).map(ContainerInfo::image).filter(image::equals).isPresent();
  }

  private void completeFiles(NodeIdentity node, UpgradeRecord begun) {
    boolean anew = !begun.version().equals(parts.spec().kubernetesVersion());
    Stopping none = new Stopping(tools.engine().containers(), parts, Duration.ZERO);
    new NodeSwap(tools, boot, none)
        .prepare(node, new NodeSwap.Shape(parts.plan(spec(begun)), begun.image(), anew));
  }
}
