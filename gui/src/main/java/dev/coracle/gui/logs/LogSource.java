package dev.coracle.gui.logs;

import dev.coracle.cluster.Problem;
import dev.coracle.cluster.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Where lines come from. Both methods may block. */
public interface LogSource {

  /** What can be read alone: the components of a node, the containers of a pod. */
  List<String> components(Optional<String> node);

  /**
   * Passes on what was written and goes on with what will be, until it is closed.
   *
   * @param lines takes every line; the lines of one log come in their order, several logs as they
   *     like
   * @param component the only one that is read; empty: all of them
   * @param problem takes what ends the reading later on
   */
  Subscription read(
      Optional<String> node,
      Optional<String> component,
      Consumer<TimedLine> lines,
      Consumer<Problem> problem);
}
