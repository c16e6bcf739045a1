package dev.coracle.cluster.local.upgrade;

import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.ExecSpec;
import dev.coracle.cluster.engine.TarArchive;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.local.node.BootWatch;
import dev.coracle.cluster.local.node.HostFolders;
import dev.coracle.cluster.local.node.NodeCommands;
import dev.coracle.cluster.local.node.NodeSurroundings;
import dev.coracle.cluster.local.node.Renewal;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.local.step.WholeCall;
import dev.coracle.cluster.local.stop.Stopping;
import dev.coracle.cluster.node.ClusterPlan;
import dev.coracle.cluster.node.NodeContainer;
import dev.coracle.cluster.node.NodeFiles;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes a node's container anew from another image over the same volume, there and back.
 *
 * <p>The order is what makes it safe to be killed anywhere: files of the other version are written
 * only into a container that is made from the image they are for and does not run yet. So whatever
 * is found later, the image of a node's container tells of which version its volume is, or is to
 * be.
 */
final class NodeSwap {

  private static final String CONFIGURED = NodeFiles.ROOT + "/configured";

  private final Tools tools;
  private final BootWatch boot;
  private final Stopping stopping;

  NodeSwap(Tools tools, BootWatch boot, Stopping stopping) {
    this.tools = tools;
    this.boot = boot;
    this.stopping = stopping;
  }

  /**
   * What a node is to be.
   *
   * @param plan the cluster as the node is to know it
   * @param image the image of its container
   * @param anew whether it configures itself anew, by the kubeadm of that image
   */
  record Shape(ClusterPlan plan, String image, boolean anew) {}

  /** Makes the node so, and starts it; tells whether there was anything to do. */
  boolean run(NodeIdentity node, Shape shape) {
    Optional<ContainerInfo> present = containers().find(container(node, shape));
    boolean ofImage = present.filter(it -> it.image().equals(shape.image())).isPresent();
    if (ofImage && present.filter(ClusterParts::isAwake).isPresent()) {
      boot.follow(container(node, shape), Instant.EPOCH);
      return false;
    }
    if (!ofImage) {
      replace(node, shape, present);
    }
    prepare(node, shape);
    boot.start(container(node, shape), tools.clock().instant());
    return true;
  }

  private Containers containers() {
    return tools.engine().containers();
  }

  private static String container(NodeIdentity node, Shape shape) {
    return ObjectNames.node(shape.plan().name(), node.name());
  }

  private void replace(NodeIdentity node, Shape shape, Optional<ContainerInfo> present) {
    String name = container(node, shape);
    if (shape.anew()) {
      forgetConfiguration(node, shape, present);
    }
    present.filter(ClusterParts::isAwake).ifPresent(stopping::stop);
    HostFolders.require(shape.plan().spec(), node.pool());
    WholeCall.run(
        () -> {
          containers().remove(name);
          containers()
              .create(
                  NodeContainer.of(shape.plan().name(), shape.plan().spec(), node, shape.image()));
        });
  }

  /**
   * Lets the node's next boot run kubeadm's phases; until the files are others, that changes
   * nothing.
   */
  private void forgetConfiguration(
      NodeIdentity node, Shape shape, Optional<ContainerInfo> present) {
    ExecSpec remove = ExecSpec.of("rm", "-f", CONFIGURED);
    String name = container(node, shape);
    if (present.filter(it -> it.state() == ContainerInfo.State.RUNNING).isPresent()) {
      NodeCommands.require(containers(), name, remove);
    } else {
      try (VolumeShell shell =
          VolumeShell.open(containers(), shape.plan().name(), node, shape.image())) {
        NodeCommands.require(containers(), shell.container(), remove);
      }
    }
  }

  /** What a container that was just made needs before it starts. */
  void prepare(NodeIdentity node, Shape shape) {
    String name = container(node, shape);
    containers()
        .copyIn(
            name,
            NodeFiles.ROOT,
            TarArchive.of(
                shape.anew()
                    ? NodeFiles.of(shape.plan(), node)
                    : NodeFiles.environment(shape.plan(), node)));
    new NodeSurroundings(containers()).equip(name, shape.plan().spec());
    new Renewal(containers(), shape.plan(), tools.clock()).ifDue(node);
  }
}
