package dev.coracle.launcher.e2e;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An engine of the test's own, which it may end without touching anybody's containers. It has a
 * network namespace of its own, since two engines in one would fight over the firewall.
 */
final class PrivateEngine implements AutoCloseable {

  private static final Duration SHORT = Duration.ofMinutes(1);

  private final Path folder;
  private final Program namespace;
  private Program daemon;

  /** An engine with its data in this folder, which must not be on a file system in memory. */
  PrivateEngine(Path folder) {
    this.folder = folder;
    // Holds the namespace while no engine runs.
    this.namespace =
        Program.start(
            List.of("unshare", "-n", "sh", "-c", "ip link set lo up && exec sleep 86400"),
            Map.of(),
            "");
    this.daemon = begin();
  }

  private Program begin() {
    Program begun =
        Program.start(
            List.of(
                inside(
                    "dockerd",
                    "--data-root",
                    folder.resolve("data").toString(),
                    "--exec-root",
                    folder.resolve("exec").toString(),
                    "--pidfile",
                    folder.resolve("pid").toString(),
                    "-H",
                    host())),
            Map.of(),
            "");
    Eventually.passes("the engine answers", () -> docker("version").ok());
    return begun;
  }

  /** Where it listens. */
  String host() {
    return "unix://" + folder.resolve("docker.sock");
  }

  /** The command that runs another one where this engine's published ports are. */
  String[] inside(String... command) {
    String[] enter = {"nsenter", "-t", String.valueOf(namespace.pid()), "-n", "--"};
    return Stream.of(enter, command).flatMap(Stream::of).toArray(String[]::new);
  }

  /** Runs the docker command with this engine. */
  Result docker(String... arguments) {
    List<String> command =
        Stream.concat(Stream.of("docker", "-H", host()), Stream.of(arguments)).toList();
    return Program.start(command, Map.of(), "").await(Duration.ofMinutes(5));
  }

  /** Ends it as a service manager does, and starts it again. */
  void restart() {
    daemon.signal("TERM");
    daemon.await(SHORT);
    daemon = begin();
  }

  @Override
  public void close() {
    daemon.signal("TERM");
    daemon.await(SHORT);
    namespace.stop();
  }
}
