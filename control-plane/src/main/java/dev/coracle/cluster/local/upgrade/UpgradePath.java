package dev.coracle.cluster.local.upgrade;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.Problem;
import java.util.List;

/**
 * Which Kubernetes version a cluster may go to: Kubernetes supports the next minor release, and no
 * way back.
 */
final class UpgradePath {

  private final ClusterName name;
  private final KubernetesVersion from;
  private final List<KubernetesVersion> known;

  /**
   * The ways from this version.
   *
   * @param known the versions that there are node images for, the newest first
   */
  UpgradePath(ClusterName name, KubernetesVersion from, List<KubernetesVersion> known) {
    this.name = name;
    this.from = from;
    this.known = List.copyOf(known);
  }

  /** The newest known version that can be reached; the present one if that is the newest. */
  KubernetesVersion newest() {
    return known.stream().filter(from::canBecome).findFirst().orElse(from);
  }

  /** How many minor releases another version is ahead. */
  private int minors(KubernetesVersion version) {
    return version.minor() - from.minor();
  }

  /**
   * Refuses what Kubernetes does not support.
   *
   * @throws ClusterException with {@link Problem.Code#CANNOT_CHANGE_LIVE}
   */
  void check(KubernetesVersion to) {
    if (to.compareTo(from) < 0) {
      throw refused(
          "Cluster \"%s\" has Kubernetes %s, which cannot go back to %s.".formatted(name, from, to),
          "Restore a snapshot of before (`coracle snapshot list -c %s`), or make another cluster: `coracle start NAME --kubernetes-version %s`."
              .formatted(name, to));
    }
    if (!from.canBecome(to)) {
      throw refused(
          "Cluster \"%s\" has Kubernetes %s, and %s is more than one minor release ahead."
              .formatted(name, from, to),
          next());
    }
  }

  private String next() {
    return known.stream()
        .filter(version -> minors(version) == 1)
        .findFirst()
        .map(
            version ->
                "Go there step by step: `coracle upgrade %s --kubernetes-version %s` first."
                    .formatted(name, version))
        .orElse(
            "There is no node image of v%d.%d here to go through; make another cluster of that version."
                .formatted(from.major(), from.minor() + 1));
  }

  private static ClusterException refused(String summary, String advice) {
    return new ClusterException(Problem.of(Problem.Code.CANNOT_CHANGE_LIVE, summary, advice));
  }
}
