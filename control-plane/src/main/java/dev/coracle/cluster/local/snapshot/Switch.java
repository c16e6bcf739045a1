package dev.coracle.cluster.local.snapshot;

import dev.coracle.cluster.bootstrap.Parallel;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.Volumes;
import dev.coracle.cluster.layout.Labels;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.layout.SnapshotRecord;
import dev.coracle.cluster.layout.SpecVolumes;
import dev.coracle.cluster.layout.Subnet;
import dev.coracle.cluster.local.member.Transition;
import dev.coracle.cluster.local.network.ClusterNetworks;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.local.start.Unfinished;

/**
 * Puts a complete copy in the place of what a cluster has. Every part may be repeated, by another
 * process too; the copier must run.
 */
final class Switch {

  private final Tools tools;
  private final SnapshotRecord saved;
  private final RestoredParts parts;
  private final Copies copies;

  Switch(Tools tools, SnapshotRecord saved, RestoredParts parts) {
    this.tools = tools;
    this.saved = saved;
    this.parts = parts;
    this.copies = new Copies(tools, saved.cluster());
  }

  /** What the nodes have is given up, so they need not end in peace. */
  void stop() {
    Containers containers = tools.engine().containers();
    Parallel.each(parts.awakeNodes(), node -> kill(containers, node));
    if (!parts.keepsContainers()) {
      Parallel.each(
          containers.list(Labels.of(saved.cluster())), each -> containers.remove(each.name()));
      removeOtherNetwork();
    }
  }

  private static void kill(Containers containers, ContainerInfo node) {
    if (node.state() == ContainerInfo.State.PAUSED) {
      // A frozen process cannot take a signal.
      containers.unpause(node.name());
    }
    containers.kill(node.name());
  }

  private void removeOtherNetwork() {
    Subnet subnet = Subnet.around(saved.identities().getFirst().address());
    ClusterNetworks networks = new ClusterNetworks(tools.engine().networks());
    if (networks.find(saved.cluster()).filter(subnet::equals).isEmpty()) {
      tools.engine().networks().remove(ObjectNames.network(saved.cluster()));
    }
  }

  /** Ends with the cluster's own records, after which there is nothing left to finish. */
  void putInPlace() {
    copies.run("switch", saved.identities());
    Volumes volumes = tools.engine().volumes();
    for (NodeIdentity gone : parts.gone()) {
      volumes.remove(ObjectNames.node(saved.cluster(), gone.name()));
    }
    new SpecVolumes(volumes).put(saved.cluster(), parts.kept());
    new Unfinished(volumes, saved.cluster()).clear();
    new Transition(volumes, saved.cluster()).clear();
    volumes.remove(ObjectNames.restoring(saved.cluster()));
    volumes.remove(ObjectNames.restored(saved.cluster()));
  }

  /** Removes what was replaced, and the copier. */
  void clean() {
    copies.run("clean", saved.identities());
    copies.copier().remove();
  }
}
