package dev.coracle.cluster.image.load;

import static dev.coracle.cluster.Problem.Code.CLUSTER_NOT_FOUND;
import static dev.coracle.cluster.Problem.Code.CLUSTER_NOT_RUNNING;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.layout.Labels;
import dev.coracle.cluster.layout.NodeIdentity;
import java.util.Comparator;
import java.util.List;

/**
 * A node that can be asked and given something.
 *
 * @param identity who it is
 * @param container its container's name
 * @param image the node image that it runs
 */
record RunningNode(NodeIdentity identity, String container, String image) {

  /**
   * The nodes of a cluster, control planes first.
   *
   * @throws ClusterException when there is none, or one does not run
   */
  static List<RunningNode> of(Containers containers, ClusterName cluster) {
    List<ContainerInfo> nodes =
        containers.list(Labels.of(cluster)).stream()
            .filter(container -> NodeIdentity.isNode(container.labels()))
            .toList();
    if (nodes.isEmpty()) {
      throw problem(
          CLUSTER_NOT_FOUND,
          "There is no cluster \"%s\".".formatted(cluster),
          "See `coracle list`, or create it with `coracle start %s`.".formatted(cluster));
    }
    if (nodes.stream().anyMatch(node -> node.state() != ContainerInfo.State.RUNNING)) {
      throw problem(
          CLUSTER_NOT_RUNNING,
          "Not every node of cluster \"%s\" runs.".formatted(cluster),
          "Start it first: `coracle start %s`.".formatted(cluster));
    }
    return nodes.stream()
        .map(RunningNode::of)
        .sorted(Comparator.comparing(RunningNode::identity, NodeIdentity.ORDER))
        .toList();
  }

  private static RunningNode of(ContainerInfo container) {
    return new RunningNode(
        NodeIdentity.ofLabels(container.labels()), container.name(), container.image());
  }

  private static ClusterException problem(Problem.Code code, String summary, String advice) {
    return new ClusterException(Problem.of(code, summary, advice));
  }

  /** Its Kubernetes name. */
  String name() {
    return identity.name();
  }

  /** Its address on the cluster's network. */
  String address() {
    return identity.address();
  }
}
