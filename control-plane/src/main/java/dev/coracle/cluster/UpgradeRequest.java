package dev.coracle.cluster;

import java.time.Duration;
import java.util.Optional;

/**
 * How {@link ClusterService#upgrade} is to go.
 *
 * @param version the Kubernetes version to go to; empty: the one of the image if that is named,
 *     else the one that an unfinished upgrade was on its way to, else the newest that can be
 *     reached
 * @param image the node image to use; empty: the built-in recipe's of that version
 * @param force whether pods are not asked to move before their node stops
 * @param drainTimeout how long each pod may take to leave its node, delays of its budget included
 * @param grace how long containers may take to end when their node stops
 * @param timeout the longest that one node may take to come back
 */
public record UpgradeRequest(
    Optional<KubernetesVersion> version,
    Optional<String> image,
    boolean force,
    Duration drainTimeout,
    Duration grace,
    Duration timeout) {

  /** Longer than the longest grace period that pods usually ask for. */
  public static final Duration DEFAULT_DRAIN = Duration.ofMinutes(2);

  /** As of a stop. */
  public static final Duration DEFAULT_GRACE = Duration.ofSeconds(10);

  /** To the newest version that can be reached. */
  public static UpgradeRequest defaults() {
    return to(Optional.empty());
  }

  /** To this version, from the built-in recipe's image. */
  public static UpgradeRequest to(Optional<KubernetesVersion> version) {
    return new UpgradeRequest(
        version,
        Optional.empty(),
        false,
        DEFAULT_DRAIN,
        DEFAULT_GRACE,
        StartRequest.DEFAULT_TIMEOUT);
  }
}
