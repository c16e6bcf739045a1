package dev.coracle.cluster.node;

import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.layout.NodeIdentity;
import java.util.List;

/** What a node that runs is told of nodes that come and go; at a boot it finds the same out. */
public final class NodeNetwork {

  /** Replaces the block that the node's boot wrote; Docker mounts the file, so in place. */
  public static final String HOSTS_SCRIPT =
      """
      set -e
      old=$(sed '/^# coracle cluster begin$/,/^# coracle cluster end$/d' /etc/hosts)
      new=$(printf '%s\\n' "$old" '# coracle cluster begin'; cat; echo '# coracle cluster end')
      printf '%s\\n' "$new" > /etc/hosts
      """;

  private NodeNetwork() {}

  /** The lines of the hosts file's block: the API's name, then every node. */
  public static String hosts(ClusterPlan plan, NodeIdentity self) {
    StringBuilder lines = new StringBuilder();
    lines.append(apiAddress(plan, self)).append(' ').append(plan.apiName()).append('\n');
    for (NodeIdentity node : plan.nodes()) {
      lines.append(node.address()).append(' ').append(node.name()).append('\n');
    }
    return lines.toString();
  }

  /** Where a node reaches the API: on itself if it can, else through the edge. */
  static String apiAddress(ClusterPlan plan, NodeIdentity node) {
    return node.isControlPlane() ? node.address() : plan.subnet().edge();
  }

  /**
   * A batch for {@code ip}: pods of the others are behind them, those of gone nodes nowhere. Bare
   * nodes find each other's pods by themselves.
   */
  public static String routes(ClusterPlan plan, NodeIdentity self, List<NodeIdentity> gone) {
    if (plan.spec().cni() == ClusterSpec.Cni.NONE || plan.spec().bare()) {
      return "";
    }
    StringBuilder batch = new StringBuilder();
    for (NodeIdentity node : plan.nodes()) {
      if (!node.equals(self)) {
        batch.append("route replace %s via %s\n".formatted(node.podCidr(), node.address()));
      }
    }
    gone.forEach(node -> batch.append("route replace unreachable %s\n".formatted(node.podCidr())));
    return batch.toString();
  }
}
