package dev.coracle.cluster.engine.docker;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.util.Comparator;

/**
 * A version of the Engine API.
 *
 * @param major 1
 * @param minor for instance 41
 */
record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {

  /** The oldest that is spoken: that of Engine 20.10, which Debian 12 ships. */
  static final ApiVersion OLDEST = new ApiVersion(1, 41);

  /** The newest whose changes were read. */
  static final ApiVersion NEWEST = new ApiVersion(1, 51);

  /** Reads {@code 1.41}. */
  static ApiVersion parse(String text) {
    String[] parts = text.strip().split("\\.", 2);
    return new ApiVersion(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
  }

  /**
   * The version to speak with an engine whose newest is {@code engines}.
   *
   * @throws ClusterException with {@code ENGINE_UNSUPPORTED} when that is too old
   */
  static ApiVersion negotiate(ApiVersion engines) {
    if (engines.compareTo(OLDEST) < 0) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.ENGINE_UNSUPPORTED,
              "This Docker Engine speaks API %s; Coracle needs %s.".formatted(engines, OLDEST),
              "Update Docker to 20.10 or newer."));
    }
    return engines.compareTo(NEWEST) < 0 ? engines : NEWEST;
  }

  @Override
  public int compareTo(ApiVersion other) {
    return Comparator.comparingInt(ApiVersion::major)
        .thenComparingInt(ApiVersion::minor)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
