package dev.coracle.cluster.diagnostics;

import java.util.List;
import java.util.function.Consumer;

/** Looks at everything that may keep clusters from working. */
@FunctionalInterface
public interface Diagnostics {

  /**
   * Looks at one thing after the other. Blocks; an interrupt ends it with what was found so far.
   *
   * @param listener takes each diagnosis as soon as it is made, on the calling thread
   * @return all of them, in their order
   */
  List<Diagnosis> run(Consumer<Diagnosis> listener);
}
