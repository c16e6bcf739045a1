package dev.coracle.cluster.engine.docker;

import java.io.File;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The places where engines put their sockets, tried in order. The first that answers is taken; one
 * that refuses us ends the search, so that the message is about it and not about a later one.
 */
final class SocketProbe {

  private static final String PIPES = "\\\\.\\pipe\\";
  private static final List<String> PIPE_NAMES =
      List.of("docker_engine", "dockerDesktopLinuxEngine", "podman-machine-default");

  private final List<Path> sockets;
  private final boolean windows;

  SocketProbe(List<Path> sockets, boolean windows) {
    this.sockets = List.copyOf(sockets);
    this.windows = windows;
  }

  /** The places of the system that runs. */
  static SocketProbe of(Map<String, String> env, Path home) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return new SocketProbe(places(env, home), system.startsWith("windows"));
  }

  private static List<Path> places(Map<String, String> env, Path home) {
    Optional<Path> runtime =
        Optional.ofNullable(env.get("XDG_RUNTIME_DIR")).filter(d -> !d.isBlank()).map(Path::of);
    Path colima =
        Optional.ofNullable(env.get("COLIMA_HOME")).map(Path::of).orElse(home.resolve(".colima"));
    return Stream.of(
            Stream.of(Path.of("/var/run/docker.sock")),
            runtime.map(d -> d.resolve("docker.sock")).stream(),
            Stream.of(
                home.resolve(".docker/run/docker.sock"),
                home.resolve(".docker/desktop/docker.sock"),
                home.resolve(".orbstack/run/docker.sock"),
                colima.resolve("default/docker.sock"),
                home.resolve(".config/colima/default/docker.sock"),
                home.resolve(".rd/docker.sock"),
                Path.of("/run/podman/podman.sock")),
            runtime.map(d -> d.resolve("podman/podman.sock")).stream(),
            Stream.of(home.resolve(".local/share/containers/podman/machine/podman.sock")))
        .flatMap(s -> s)
        .toList();
  }

  /** The endpoint that answers, else the first that is there, else the usual one. */
  DockerEndpoint find() {
    return windows ? pipe() : socket();
  }

  private DockerEndpoint socket() {
    List<Path> present = sockets.stream().filter(Files::exists).toList();
    Path taken =
        present.stream()
            .filter(SocketProbe::isTheOne)
            .findFirst()
            .orElseGet(() -> present.isEmpty() ? sockets.getFirst() : present.getFirst());
    return DockerEndpoint.atSocket(taken, "found by looking");
  }

  private static boolean isTheOne(Path socket) {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return channel.connect(UnixDomainSocketAddress.of(socket));
    } catch (IOException e) {
      return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("denied");
    }
  }

  private static DockerEndpoint pipe() {
    String[] present = new File(PIPES).list();
    List<String> names = present == null ? List.of() : Arrays.asList(present);
    String taken =
        PIPE_NAMES.stream().filter(names::contains).findFirst().orElse(PIPE_NAMES.getFirst());
    return new DockerEndpoint(
        URI.create("npipe:////./pipe/" + taken), Optional.empty(), "found by looking");
  }
}
