package dev.coracle.cluster.engine.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * docker-java's transport over a Unix socket, one connection a request. Its own one sets up TLS,
 * public suffixes and a connection pool before the first byte, and a short command is most of that;
 * see docs/decisions/docker-client.md.
 */
final class UnixSocketClient implements DockerHttpClient {

  private final DockerEndpoint endpoint;

  UnixSocketClient(DockerEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public Response execute(Request request) {
    try {
      RawConnection connection = RawConnection.to(endpoint);
      try {
        return exchange(connection, request);
      } catch (IOException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Response exchange(RawConnection connection, Request request) throws IOException {
    @Nullable IOException unsent = null;
    try {
      send(request, connection.output());
    } catch (IOException e) {
      // The engine may refuse a body before it has read it; then its reason counts, if it comes.
      unsent = e;
    }
    InputStream input = new BufferedInputStream(connection.input());
    try {
      RawAnswer answer = RawAnswer.read(input);
      return new Answered(answer, answer.body(input), connection);
    } catch (IOException e) {
      throw unsent == null ? e : unsent;
    }
  }

  private static void send(Request request, OutputStream output) throws IOException {
    byte @Nullable [] bytes = request.bodyBytes();
    @Nullable InputStream stream = bytes == null ? request.body() : null;
    StringBuilder head = new StringBuilder(request.method()).append(' ').append(request.path());
    head.append(" HTTP/1.1\r\nHost: localhost\r\n");
    request.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    head.append(stream == null ? "Content-Length: " + length(bytes) : "Transfer-Encoding: chunked");
    output.write(head.append("\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    if (bytes != null) {
      output.write(bytes);
    } else if (stream != null) {
      sendChunks(stream, output);
    }
    output.flush();
  }

  private static int length(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  private static void sendChunks(InputStream stream, OutputStream output) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
      if (read > 0) { // an empty chunk is the end
        output.write((Integer.toHexString(read) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        output.write(buffer, 0, read);
        output.write(new byte[] {'\r', '\n'});
      }
    }
    output.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public void close() {}

  /** An answer and the connection that its body comes from. */
  private record Answered(RawAnswer head, InputStream body, RawConnection connection)
      implements Response {

    @Override
    public int getStatusCode() {
      return head.status();
    }

    @Override
    public Map<String, List<String>> getHeaders() {
      return head.headers();
    }

    @Override
    public InputStream getBody() {
      return body;
    }

    @Override
    public void close() {
      try {
        connection.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
