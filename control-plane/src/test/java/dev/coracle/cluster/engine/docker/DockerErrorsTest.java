package dev.coracle.cluster.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Problem;
import dev.coracle.cluster.Problem.Code;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What engines of several ages say, in the user's terms. */
class DockerErrorsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "driver failed programming external connectivity on endpoint x (e1): Bind for"
            + " 127.0.0.1:8080 failed: port is already allocated",
        "driver failed programming external connectivity on endpoint x (e1): Error starting"
            + " userland proxy: listen tcp4 127.0.0.1:8080: bind: address already in use",
        "failed to set up container networking: driver failed programming external connectivity on"
            + " endpoint x: failed to bind host port 127.0.0.1:8080/tcp: address already in use",
        "failed to bind host port for 127.0.0.1:8080:172.30.0.2:80/tcp: address already in use",
        "Ports are not available: exposing port TCP 127.0.0.1:8080 -> 0.0.0.0:0: listen tcp"
            + " 127.0.0.1:8080: bind: address already in use",
        "Bind for [::1]:8080 failed: port is already allocated"
      })
  void aBusyPortIsNamed(String message) {
    Problem problem = DockerErrors.answered(500, message).problem();
    assertThat(problem.code()).isEqualTo(Code.PORT_BUSY);
    assertThat(problem.summary()).isEqualTo("Port 8080 of this machine is in use.");
    assertThat(DockerErrors.portIn(problem)).contains(8080);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404 | No such image: localhost:5000/none:1 | IMAGE_MISSING",
        "404 | manifest for a/b:1 not found: manifest unknown | IMAGE_MISSING",
        "404 | pull access denied for x, repository does not exist | IMAGE_MISSING",
        "500 | write /var/x: no space left on device | DISK_FULL",
        "403 | Pool overlaps with other one on this address space | NETWORK_CONFLICT",
        "404 | could not find an available, non-overlapping IPv4 address pool | NETWORK_CONFLICT",
        "403 | error while removing network: network a id b has active endpoints | NETWORK_CONFLICT",
        "500 | Address already in use | NETWORK_CONFLICT",
        "409 | Conflict. The container name \"/a\" is already in use by container \"b\" | NAME_TAKEN",
        "409 | network with name a already exists | NAME_TAKEN",
        "400 | client version 1.52 is too new. Maximum supported is 1.41 | ENGINE_UNSUPPORTED",
        "400 | client version 1.41 is too old. Minimum supported is 1.44 | ENGINE_UNSUPPORTED",
        "500 | bind: no such directory | ENGINE_FAILED",
        "409 | something else | ENGINE_FAILED"
      })
  void aRefusalHasItsKind(int status, String message, Code code) {
    Problem problem = DockerErrors.answered(status, message).problem();
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.summary()).contains(message);
    assertThat(problem.advice()).isNotBlank();
  }

  @Test
  void aSocketWithoutListenerIsADaemonThatDoesNotRun() throws IOException {
    DockerEndpoint endpoint = endpoint();
    Files.createFile(endpoint.socket());
    assertThat(code(endpoint, new ConnectException("Connection refused")))
        .isEqualTo(Code.ENGINE_NOT_RUNNING);
    assertThat(code(endpoint, new SocketException("Broken pipe")))
        .isEqualTo(Code.ENGINE_NOT_RUNNING);
    assertThat(code(endpoint, new SocketException("Permission denied")))
        .isEqualTo(Code.ENGINE_DENIED);
    assertThat(code(endpoint, new SSLHandshakeException("expired"))).isEqualTo(Code.ENGINE_FAILED);
  }

  @Test
  void noSocketAndNoCommandIsNoDocker() {
    assertThat(ConnectionErrors.nothingThere(endpoint(), false).code())
        .isEqualTo(Code.ENGINE_MISSING);
    assertThat(ConnectionErrors.nothingThere(endpoint(), true).code())
        .isEqualTo(Code.ENGINE_NOT_RUNNING);
  }

  @Test
  void anInterruptIsNoFailureOfTheEngine() {
    assertThat(code(endpoint(), new ClosedByInterruptException())).isEqualTo(Code.INTERRUPTED);
  }

  @Test
  void aSilentEngineIsNamedWithThePatienceThatItHad() {
    assertThat(
            ConnectionErrors.silent(endpoint(), Duration.ofSeconds(20), new IOException())
                .problem()
                .summary())
        .contains("20 s");
  }

  private DockerEndpoint endpoint() {
    return DockerEndpoint.atSocket(folder.resolve("docker.sock"), "a test");
  }

  private static Code code(DockerEndpoint endpoint, IOException failure) {
    return ConnectionErrors.broken(endpoint, new IllegalStateException(failure)).problem().code();
  }
}
