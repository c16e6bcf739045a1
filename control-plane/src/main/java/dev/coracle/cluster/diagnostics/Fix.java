package dev.coracle.cluster.diagnostics;

import dev.coracle.cluster.progress.ProgressListener;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What mends a finding.
 *
 * @param command the command line that does it, to be run in a terminal
 * @param action the same, done by Coracle itself; empty where that needs rights that it has not
 */
public record Fix(String command, Optional<Consumer<ProgressListener>> action) {

  /** A command that only the user may run. */
  public static Fix byHand(String command) {
    return new Fix(command, Optional.empty());
  }

  /** What Coracle can do by itself, and the command that does the same. */
  public static Fix of(String command, Consumer<ProgressListener> action) {
    return new Fix(command, Optional.of(action));
  }
}
