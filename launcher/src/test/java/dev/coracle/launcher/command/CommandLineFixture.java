package dev.coracle.launcher.command;

import dev.coracle.cluster.SampleClusters;
import dev.coracle.launcher.host.Folders;
import dev.coracle.launcher.output.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Runs command lines on services in memory and keeps what they print. */
final class CommandLineFixture {

  final InMemoryServices services = new InMemoryServices();
  final Map<String, String> environment = new HashMap<>();
  private final Folders folders;
  private String stdin = "";

  CommandLineFixture(Path home) {
    folders = new Folders(home, home.resolve("cache"), home.resolve("state"));
  }

  /** How a command line ended. */
  record Result(int exitCode, String out, String err) {}

  CommandLineFixture withStdin(String text) {
    stdin = text;
    return this;
  }

  Result run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            environment,
            InstantSource.fixed(SampleClusters.CREATED_AT.plus(Duration.ofHours(5))));
    int code = new CommandRun(new Session(services, console, folders, () -> {})).run(arguments);
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
