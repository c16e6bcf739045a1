package dev.coracle.cluster.layout;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.time.DateTimeException;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads what an engine keeps for Coracle, which a later Coracle may have written. */
final class Legible {

  private Legible() {}

  /**
   * Reads it.
   *
   * @param complaint the problem, by the reason why it cannot be read
   * @throws ClusterException with that problem
   */
  static <T> T read(Supplier<T> reading, Function<String, Problem> complaint) {
    try {
      return reading.get();
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new ClusterException(complaint.apply(String.valueOf(e.getMessage())), e);
    }
  }
}
