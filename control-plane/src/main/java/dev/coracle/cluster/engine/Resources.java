package dev.coracle.cluster.engine;

import dev.coracle.cluster.Bytes;
import java.util.Optional;

/**
 * Limits of a container.
 *
 * @param cpus cores; empty: none
 * @param memory with no swap beyond it; empty: none
 */
public record Resources(Optional<Double> cpus, Optional<Bytes> memory) {

  /** No limit. */
  public static final Resources UNLIMITED = new Resources(Optional.empty(), Optional.empty());
}
