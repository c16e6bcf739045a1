package dev.coracle.cluster.local.snapshot;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.layout.SnapshotRecord;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.local.step.WholeCall;
import dev.coracle.cluster.node.ClusterPlan;
import dev.coracle.cluster.snapshot.Copier.Direction;
import java.util.List;

/** The volumes of a new cluster, with a snapshot's content that knows its new addresses. */
final class ClonedVolumes {

  private final Tools tools;
  private final SnapshotRecord saved;
  private final ClusterName name;
  private final Copies copies;

  ClonedVolumes(Tools tools, SnapshotRecord saved, ClusterName name) {
    this.tools = tools;
    this.saved = saved;
    this.name = name;
    this.copies = new Copies(tools, name);
  }

  /** Makes them and fills them, by a copier of this image, which stays. */
  void copy(ClusterPlan plan, String image) {
    List<NodeIdentity> nodes = plan.nodes();
    WholeCall.run(
        () -> {
          nodes.forEach(this::create);
          copies.copier().start(image, Copies.names(nodes), Direction.RESTORE, List.of());
        });
    copies.run("stage", saved.cluster() + "/" + saved.name(), nodes);
    copies.run("switch", nodes);
    copies.run("strip", nodes);
    copies.run("clean", nodes);
  }

  private void create(NodeIdentity node) {
    String volume = ObjectNames.node(name, node.name());
    tools.engine().volumes().create(volume, node.labels(name));
  }

  /**
   * Makes the copied members of etcd those of a new cluster, and removes the copier.
   *
   * @param renew whether the cluster's credentials will be others
   * @return whether the cluster has a kube-proxy, whose configuration is now missing
   */
  boolean renewEtcd(ClusterPlan plan, boolean renew) {
    List<String> members =
        plan.controlPlanes().stream().map(node -> node.name() + "=" + node.address()).toList();
    boolean proxy = copies.copier().renewMembers(renew, plan.identity().toString(), members);
    copies.copier().remove();
    return proxy;
  }
}
