package dev.coracle.launcher.output;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Where the command line reads and writes.
 *
 * @param in what the user types or pipes in
 * @param out results
 * @param err problems and warnings
 * @param terminal whether a person sits at both ends
 * @param environment the process's environment
 * @param clock the time of day
 */
public record Console(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean terminal,
    Map<String, String> environment,
    InstantSource clock) {

  /** Keeps an immutable copy. */
  public Console {
    environment = Map.copyOf(environment);
  }

  /** The console of this process. */
  public static Console ofProcess() {
    return new Console(
        System.in,
        System.out,
        System.err,
        Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent(),
        System.getenv(),
        InstantSource.system());
  }

  /** An environment variable, if it is set and not empty. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }
}
