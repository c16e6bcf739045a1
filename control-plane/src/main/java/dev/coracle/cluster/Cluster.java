package dev.coracle.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A cluster as the engine's records show it.
 *
 * @param name its name
 * @param spec what was asked; {@link #UNKNOWN} where nothing is recorded that can be read
 * @param status what is observed
 * @param createdAt when it was first started; the epoch where that is not recorded
 */
public record Cluster(ClusterName name, ClusterSpec spec, ClusterStatus status, Instant createdAt) {

  /** The spec of a cluster whose creation has not ended, or that a later Coracle has written. */
  public static final ClusterSpec UNKNOWN = ClusterSpec.ofVersion(new KubernetesVersion(0, 0, 0));

  /** The Kubernetes version of its nodes, if its spec is known. */
  public Optional<KubernetesVersion> version() {
    return Optional.of(spec.kubernetesVersion())
        .filter(version -> !version.equals(UNKNOWN.kubernetesVersion()));
  }

  /**
   * The spec, where a guess would do harm.
   *
   * @throws ClusterException with {@link Problem.Code#INVALID_SPEC} when it is not known
   */
  public ClusterSpec requireSpec() {
    if (version().isEmpty()) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.INVALID_SPEC,
              "The settings of cluster \"%s\" are not known.".formatted(name),
              "See `coracle status %s` for the reason.".formatted(name)));
    }
    return spec;
  }

  /** When it was first started, if that is known. */
  public Optional<Instant> firstStart() {
    return Optional.of(createdAt).filter(at -> !at.equals(Instant.EPOCH));
  }

  /** How long ago that was. */
  public Optional<Duration> age(Instant now) {
    return firstStart().map(at -> Duration.between(at, now));
  }
}
