package dev.coracle.cluster.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The endpoint is found as the docker command finds it. */
class EndpointDiscoveryTest {

  /** SHA-256 of each name, which is how the docker command names a context's folder. */
  private static final Map<String, String> IDS =
      Map.of(
          "remote", "b71199ebd070b36beab7317920c2c2f1d777df8d05e5527d8458fda57cb17a7a",
          "desktop", "68693d02ab4fbb2331b8cc39915322e48e61f06d4d1b31e7d19913202857bc8a");

  @TempDir Path home;

  @Test
  void dockerHostComesFirst() throws IOException {
    addContext(".docker", "remote", "tcp://10.0.0.1:2375");
    DockerEndpoint found =
        find(Map.of("DOCKER_HOST", "unix:///run/other.sock", "DOCKER_CONTEXT", "remote"));
    assertThat(found.socket()).isEqualTo(Path.of("/run/other.sock"));
    assertThat(found.origin()).isEqualTo("DOCKER_HOST");
  }

  @Test
  void tlsIsUsedWhenItIsAskedFor() {
    Map<String, String> env =
        Map.of(
            "DOCKER_HOST", "tcp://127.0.0.1:2376",
            "DOCKER_TLS_VERIFY", "1",
            "DOCKER_CERT_PATH", "/certs");
    assertThat(find(env).certificates()).contains(Path.of("/certs"));
    assertThat(find(Map.of("DOCKER_HOST", "tcp://127.0.0.1:2375")).certificates()).isEmpty();
  }

  @Test
  void theContextOfTheEnvironmentComesBeforeTheCurrentOne() throws IOException {
    addContext(".docker", "remote", "unix:///run/remote.sock");
    addContext(".docker", "desktop", "unix:///run/desktop.sock");
    write(".docker/config.json", "{\"currentContext\":\"desktop\"}");
    assertThat(find(Map.of()).socket()).isEqualTo(Path.of("/run/desktop.sock"));
    assertThat(find(Map.of("DOCKER_CONTEXT", "remote")).origin()).isEqualTo("context \"remote\"");
  }

  @Test
  void aContextsCertificatesAreFound() throws IOException {
    addContext(".docker", "remote", "tcp://127.0.0.1:2376");
    Path tls = home.resolve(".docker/contexts/tls").resolve(id("remote")).resolve("docker");
    Files.createDirectories(tls);
    assertThat(find(Map.of("DOCKER_CONTEXT", "remote")).certificates()).contains(tls);
  }

  @Test
  void theConfigurationMayLieElsewhere() throws IOException {
    addContext("elsewhere", "remote", "unix:///run/remote.sock");
    String config = home.resolve("elsewhere").toString();
    assertThat(find(Map.of("DOCKER_CONFIG", config, "DOCKER_CONTEXT", "remote")).socket())
        .isEqualTo(Path.of("/run/remote.sock"));
  }

  @Test
  void anUnknownContextIsNamed() {
    assertProblem(
        Problem.Code.ENGINE_CONTEXT_UNKNOWN,
        "remote",
        () -> find(Map.of("DOCKER_CONTEXT", "remote")));
  }

  @Test
  void otherMachinesAreRefused() throws IOException {
    addContext(".docker", "remote", "ssh://me@far");
    assertProblem(
        Problem.Code.ENGINE_UNSUPPORTED,
        "ssh://me@far",
        () -> find(Map.of("DOCKER_CONTEXT", "remote")));
    assertProblem(
        Problem.Code.ENGINE_UNSUPPORTED,
        "DOCKER_HOST",
        () -> find(Map.of("DOCKER_HOST", "ssh://far")));
    assertProblem(
        Problem.Code.ENGINE_UNSUPPORTED, "no address", () -> find(Map.of("DOCKER_HOST", "a b")));
  }

  @Test
  void brokenConfigurationIsNamed() throws IOException {
    write(".docker/config.json", "{");
    assertProblem(Problem.Code.ENGINE_FAILED, "config.json", () -> find(Map.of()));
  }

  @Test
  void theFirstSocketThatAnswersIsTaken() throws IOException {
    Path dead = home.resolve("dead.sock");
    Path alive = home.resolve("alive.sock");
    listen(dead).close();
    try (ServerSocketChannel server = listen(alive)) {
      assertThat(server.isOpen()).isTrue();
      assertThat(probe(home.resolve("none.sock"), dead, alive).socket()).isEqualTo(alive);
    }
    assertThat(probe(home.resolve("none.sock"), dead).socket()).isEqualTo(dead);
    assertThat(probe(home.resolve("none.sock")).socket()).isEqualTo(home.resolve("none.sock"));
  }

  private DockerEndpoint probe(Path... sockets) {
    return new SocketProbe(List.of(sockets), false).find();
  }

  private static ServerSocketChannel listen(Path socket) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    return server;
  }

  private DockerEndpoint find(Map<String, String> env) {
    SocketProbe probe = new SocketProbe(List.of(home.resolve("usual.sock")), false);
    return new EndpointDiscovery(env, home, probe).find();
  }

  private static String id(String context) {
    return IDS.getOrDefault(context, "unknown");
  }

  private void addContext(String folder, String name, String host) throws IOException {
    write(
        folder + "/contexts/meta/" + id(name) + "/meta.json",
        "{\"Name\":\"%s\",\"Endpoints\":{\"docker\":{\"Host\":\"%s\"}}}".formatted(name, host));
  }

  private void write(String file, String text) throws IOException {
    Path path = home.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private static void assertProblem(Problem.Code code, String word, ThrowingCallable call) {
    assertThatThrownBy(call)
        .hasMessageContaining(word)
        .extracting(e -> ((ClusterException) e).problem().code())
        .isEqualTo(code);
  }
}
