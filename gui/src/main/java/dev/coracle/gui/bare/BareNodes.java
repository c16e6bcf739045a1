package dev.coracle.gui.bare;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.Node;
import dev.coracle.cluster.Node.Health;
import java.util.Set;

/** What is known of bare nodes without asking a Kubernetes. */
public final class BareNodes {

  /** An API server that does not answer was set up. */
  private static final Set<Health> SET_UP = Set.of(Health.RUNNING, Health.ERROR);

  private BareNodes() {}

  /** Whether these are bare nodes that run, and nobody has set up an API server in one. */
  public static boolean wait(Cluster cluster) {
    return cluster.spec().bare()
        && cluster.status().phase() == Phase.RUNNING
        && cluster.status().nodes().stream().map(Node::apiServer).noneMatch(SET_UP::contains);
  }

  /** Whether kubeadm may change these nodes at any time, of which no event tells. */
  public static boolean changeUnseen(Cluster cluster) {
    return cluster.spec().bare()
        && cluster.status().nodes().stream()
            .anyMatch(node -> node.kubelet() == Health.UNCONFIGURED);
  }

  /** The command that opens a shell in the node to begin with. */
  public static String shellCommand(String cluster) {
    return "coracle node shell -c " + cluster;
  }

  /** The command that fetches the credentials which kubeadm has written. */
  public static String credentialsCommand(String cluster) {
    return "coracle cp -c %s :/etc/kubernetes/admin.conf admin.conf".formatted(cluster);
  }
}
