package dev.coracle.cluster.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The parts of the Engine API's form that are read and written by hand. */
class ProtocolTest {

  @Test
  void linesSurviveFramesThatCutThem() throws IOException {
    List<String> lines = new ArrayList<>();
    Multiplexed.lines(
        input("\1\0\0\0\0\0\0\2he" + "\2\0\0\0\0\0\0\4bad\n" + "\1\0\0\0\0\0\0\7llo\r\nyo"),
        lines::add);
    assertThat(lines).containsExactly("bad", "hello", "yo");
  }

  @Test
  void aStreamThatBreaksInsideAFrameIsAnError() {
    assertThatThrownBy(() -> Multiplexed.lines(input("\1\0\0\0\0\0\0\5he"), _ -> {}))
        .isInstanceOf(EOFException.class);
  }

  @Test
  void aHeadIsReadAndNothingBehindIt() throws IOException {
    ByteArrayInputStream input =
        input("HTTP/1.1 404 Not Found\r\nContent-Length: 3\r\nX: y\r\n\r\nabc");
    RawAnswer answer = RawAnswer.read(input);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.length()).isEqualTo(3);
    assertThat(answer.headers()).containsEntry("x", List.of("y"));
    assertThat(new String(input.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("abc");
    assertThatThrownBy(() -> RawAnswer.read(input("SSH-2.0\r\n\r\n")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void bodiesAreChunkedOrOfAToldLengthOrTheRest() throws IOException {
    assertThat(body("Transfer-Encoding: chunked", "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n"))
        .isEqualTo("abcde");
    assertThat(body("Content-Length: 3", "abcdef")).isEqualTo("abc");
    assertThat(body("X: y", "abcdef")).isEqualTo("abcdef");
  }

  @Test
  void aBodyThatBreaksOffIsAnError() {
    assertThatThrownBy(() -> body("Content-Length: 9", "abc")).isInstanceOf(EOFException.class);
    assertThatThrownBy(() -> body("Transfer-Encoding: chunked", "9\r\nabc"))
        .isInstanceOf(EOFException.class);
  }

  private static String body(String header, String body) throws IOException {
    ByteArrayInputStream input = input("HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n" + body);
    return new String(RawAnswer.read(input).body(input).readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void pathsAreEscaped() {
    assertThat(ApiPath.of("/images/%s/json", "localhost:5000/a b:1").text())
        .isEqualTo("/images/localhost%3A5000/a%20b%3A1/json");
    assertThat(new ApiPath("/x").labelled(Map.of("a", "")).text())
        .isEqualTo("/x?filters=%7B%22label%22%3A%5B%22a%22%5D%7D");
  }

  @Test
  void referencesAreSplit() {
    assertThat(ImageName.of("localhost:5000/app"))
        .isEqualTo(new ImageName("localhost:5000/app", "latest"));
    assertThat(ImageName.of("coracle/node:v1")).isEqualTo(new ImageName("coracle/node", "v1"));
    assertThat(ImageName.of("a@sha256:12")).isEqualTo(new ImageName("a", "sha256:12"));
  }

  @Test
  void theVersionIsTheNewestThatBothKnow() {
    assertThat(ApiVersion.negotiate(new ApiVersion(1, 45))).isEqualTo(new ApiVersion(1, 45));
    assertThat(ApiVersion.negotiate(new ApiVersion(1, 99))).isEqualTo(ApiVersion.NEWEST);
    assertThatThrownBy(() -> ApiVersion.negotiate(new ApiVersion(1, 40)))
        .extracting(e -> ((ClusterException) e).problem().code())
        .isEqualTo(Problem.Code.ENGINE_UNSUPPORTED);
  }

  private static ByteArrayInputStream input(String bytes) {
    return new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }
}
