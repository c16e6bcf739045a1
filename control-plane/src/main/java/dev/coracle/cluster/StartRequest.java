package dev.coracle.cluster;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How {@link ClusterService#start} is to go.
 *
 * @param changes turns the defaults (new cluster) or the present spec (existing one) into the spec
 *     that is wanted
 * @param awaitReady whether to wait until everything is Ready
 * @param timeout the longest that the start may take
 * @param keepOnFailure leave what was made in place when the start fails
 * @param keepContext leave the kubeconfig's current-context alone
 * @param image the node image to use; empty: the built-in recipe's for what is made now, and what
 *     stands for everything else
 */
public record StartRequest(
    UnaryOperator<ClusterSpec> changes,
    boolean awaitReady,
    Duration timeout,
    boolean keepOnFailure,
    boolean keepContext,
    Optional<String> image) {

  /** Six minutes, as other tools of this field wait. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(6);

  /** Changes nothing, waits for everything. */
  public static StartRequest defaults() {
    return of(spec -> spec);
  }

  /** Changes nothing, waits for everything, and makes the nodes anew from another image. */
  public static StartRequest from(Optional<String> image) {
    return new StartRequest(spec -> spec, true, DEFAULT_TIMEOUT, false, false, image);
  }

  /** With these changes, waits for everything. */
  public static StartRequest of(UnaryOperator<ClusterSpec> changes) {
    return new StartRequest(changes, true, DEFAULT_TIMEOUT, false, false, Optional.empty());
  }
}
