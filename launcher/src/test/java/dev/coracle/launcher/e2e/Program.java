package dev.coracle.launcher.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that runs; what it prints goes to files, so that it never waits for its reader. */
final class Program {

  private final List<String> command;
  private final Process process;
  private final Path out;
  private final Path err;

  private Program(List<String> command, Process process, Path out, Path err) {
    this.command = command;
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Starts a program; the variables come on top of this process's, and an empty one is unset. */
  static Program start(List<String> command, Map<String, String> variables, String input) {
    try {
      Path out = Files.createTempFile("coracle-e2e-", ".out");
      Path err = Files.createTempFile("coracle-e2e-", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
      builder.environment().putAll(variables);
      builder.environment().values().removeIf(String::isEmpty);
      Process process = builder.start();
      try (var stdin = process.outputWriter()) {
        stdin.write(input);
      }
      return new Program(command, process, out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a program to its end. */
  static Result run(Duration limit, String... command) {
    return start(List.of(command), Map.of(), "").await(limit);
  }

  /** What it has printed to standard output so far. */
  String output() {
    return read(out);
  }

  /** What it has printed to standard error so far. */
  String errors() {
    return read(err);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its process id. */
  long pid() {
    return process.pid();
  }

  /** Sends a signal, for instance {@code INT}. */
  void signal(String name) {
    Program.run(Duration.ofSeconds(10), "kill", "-" + name, String.valueOf(pid())).ok();
  }

  /** Waits for its end; one that takes longer is killed, and that is a failure. */
  Result await(Duration limit) {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("still running after %s: %s".formatted(limit, stop()));
      }
      return result(process.exitValue());
    } catch (InterruptedException e) {
      stop();
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted: " + command, e);
    }
  }

  /** Kills it with everything that it started, and gives what it printed. */
  Result stop() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
    return result(-1);
  }

  private Result result(int code) {
    Result result = new Result(command, code, output(), errors());
    out.toFile().deleteOnExit();
    err.toFile().deleteOnExit();
    return result;
  }
}
