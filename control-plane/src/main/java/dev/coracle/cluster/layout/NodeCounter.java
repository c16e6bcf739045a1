package dev.coracle.cluster.layout;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.NodeRole;
import dev.coracle.cluster.Problem;
import java.util.List;

/**
 * The highest number and ordinals that a cluster ever gave to a node. None comes back: a volume
 * that names a removed node must not find another one under that name.
 *
 * @param number the highest node number
 * @param controlPlanes the N of the latest {@code control-plane-N}
 * @param workers the N of the latest {@code worker-N}
 */
public record NodeCounter(int number, int controlPlanes, int workers) {

  /** Of a cluster without nodes. */
  public static final NodeCounter ZERO = new NodeCounter(0, 0, 0);

  /** Numbers are the last byte of an address that begins at ten, and the third of a pod subnet. */
  private static final int LAST = 240;

  /** The least that these nodes need. */
  public static NodeCounter of(List<NodeIdentity> nodes) {
    NodeCounter counter = ZERO;
    for (NodeIdentity node : nodes) {
      counter = counter.with(node);
    }
    return counter;
  }

  /** Reads what {@link #text} wrote; what is not that counts as nothing. */
  public static NodeCounter parse(String text) {
    String[] parts = text.split("/", -1);
    return parts.length == 3
        ? new NodeCounter(
            Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]))
        : ZERO;
  }

  /** One line for a label. */
  public String text() {
    return "%d/%d/%d".formatted(number, controlPlanes, workers);
  }

  /** The higher of both in everything. */
  public NodeCounter atLeast(NodeCounter other) {
    return new NodeCounter(
        Math.max(number, other.number),
        Math.max(controlPlanes, other.controlPlanes),
        Math.max(workers, other.workers));
  }

  /** After this node was made. */
  public NodeCounter with(NodeIdentity node) {
    int ordinal = Integer.parseInt(node.name().substring(node.name().lastIndexOf('-') + 1));
    return atLeast(
        new NodeCounter(
            node.number(),
            node.isControlPlane() ? ordinal : 0,
            node.isControlPlane() ? 0 : ordinal));
  }

  /**
   * The node that comes next.
   *
   * @param pool the pool of a worker; empty of control planes
   * @throws ClusterException with {@link Problem.Code#CANNOT_CHANGE_LIVE} after the last number
   */
  public NodeIdentity next(NodeRole role, String pool, Subnet subnet) {
    if (number >= LAST) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.CANNOT_CHANGE_LIVE,
              "The cluster has given out all its %d node numbers.".formatted(LAST),
              "Make a new cluster: numbers of removed nodes do not come back."));
    }
    int ordinal = 1 + (role == NodeRole.WORKER ? workers : controlPlanes);
    return NodeIdentity.of(role, pool, ordinal, number + 1, subnet);
  }
}
