package dev.coracle.cluster.local.parts;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.layout.SpecVolumes;

/** Refuses what needs to know how a cluster was asked for, where that is not recorded. */
public final class Recorded {

  private Recorded() {}

  /**
   * What is kept of a cluster.
   *
   * @throws ClusterException with {@link Problem.Code#INVALID_SPEC} when it cannot be read, and
   *     with {@link Problem.Code#CLUSTER_NOT_RUNNING} when its creation ended before it was kept
   */
  public static SpecVolumes.Kept require(ClusterParts parts) {
    return parts.kept().orElseThrow(() -> new ClusterException(reason(parts)));
  }

  private static Problem reason(ClusterParts parts) {
    return parts.marks().unreadable().orElseGet(() -> unfinished(parts.name()));
  }

  /**
   * Refuses a cluster that was not made to the end.
   *
   * @throws ClusterException as {@link #require}, also where the creation ended after that
   */
  public static void requireWhole(ClusterParts parts) {
    require(parts);
    if (parts.unfinished()) {
      throw new ClusterException(unfinished(parts.name()));
    }
  }

  private static Problem unfinished(ClusterName name) {
    return Problem.of(
        Problem.Code.CLUSTER_NOT_RUNNING,
        "The creation of cluster \"%s\" was not finished.".formatted(name),
        "Run `coracle start %1$s`, or `coracle delete %1$s`.".formatted(name));
  }
}
