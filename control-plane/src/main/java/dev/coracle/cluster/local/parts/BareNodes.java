package dev.coracle.cluster.local.parts;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.Problem;

/** Refuses for bare nodes what needs a Kubernetes that Coracle has set up. */
public final class BareNodes {

  private BareNodes() {}

  /**
   * Refuses this if the nodes of the cluster are bare.
   *
   * @param what what cannot be done, as the end of a sentence
   * @param advice what to do in its place
   * @throws ClusterException with {@link Problem.Code#BARE_NODES}
   */
  public static void refuse(ClusterName cluster, ClusterSpec spec, String what, String advice) {
    if (spec.bare()) {
      throw problem(
          "The nodes of cluster \"%s\" are bare, so Coracle cannot %s.".formatted(cluster, what),
          advice);
    }
  }

  /** The same for a cluster that is whole. */
  public static void refuse(ClusterParts parts, String what, String advice) {
    refuse(parts.name(), parts.spec(), what, advice);
  }

  static ClusterException problem(String summary, String advice) {
    return new ClusterException(Problem.of(Problem.Code.BARE_NODES, summary, advice));
  }
}
