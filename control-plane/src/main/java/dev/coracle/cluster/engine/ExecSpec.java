package dev.coracle.cluster.engine;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * A command to run in a container.
 *
 * @param command the program and its arguments
 * @param stdin what it reads, to its end; empty: nothing
 * @param stdout where its output goes; empty: into the {@link ExecResult}
 * @param tty whether it gets a terminal
 */
public record ExecSpec(
    List<String> command, Optional<InputStream> stdin, Optional<OutputStream> stdout, boolean tty) {

  /** Keeps an immutable copy. */
  public ExecSpec {
    command = List.copyOf(command);
  }

  /** A command without input, whose output is collected. */
  public static ExecSpec of(String... command) {
    return new ExecSpec(List.of(command), Optional.empty(), Optional.empty(), false);
  }

  /** The same command that reads {@code stdin}. */
  public ExecSpec withStdin(InputStream input) {
    return new ExecSpec(command, Optional.of(input), stdout, tty);
  }
}
