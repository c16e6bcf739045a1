package dev.coracle.cluster.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coracle.cluster.thread.BlockingThreads;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An exec with input. The connection stops being HTTP after the header: the input goes one way, the
 * output comes the other, and the input's end is the end of that half. docker-java keeps its half
 * open (docker-java#1684), so programs such as tar would wait for ever.
 */
final class HijackedExec {

  private static final Logger LOG = LoggerFactory.getLogger(HijackedExec.class);
  private static final int SWITCHED = 101;
  private static final int END_OF_TRANSMISSION = 4; // Ctrl-D

  private final DockerApi api;
  private final ApiPath path;

  HijackedExec(DockerApi api, ApiPath path) {
    this.api = api;
    this.path = path;
  }

  /** Starts the exec, feeds it, and copies what it prints until it ends. */
  void run(
      JsonNode body, InputStream input, OutputStream output, OutputStream errors, boolean tty) {
    String target = "/v" + api.version() + path.text();
    api.beside(
        () -> {
          try (RawConnection connection = RawConnection.to(api.endpoint())) {
            connection.output().write(request(target, body));
            connection.output().flush();
            RawAnswer answer = RawAnswer.read(connection.input());
            requireSwitched(answer, connection.input());
            Thread feeder =
                BlockingThreads.daemon("exec-input").start(() -> feed(input, connection, tty));
            copy(connection.input(), output, errors, tty);
            feeder.interrupt();
            return true;
          }
        });
  }

  private static byte[] request(String target, JsonNode body) {
    byte[] content = body.toString().getBytes(StandardCharsets.UTF_8);
    String head =
        String.join(
            "\r\n",
            "POST " + target + " HTTP/1.1",
            "Host: localhost",
            "Content-Type: application/json",
            "Content-Length: " + content.length,
            "Connection: Upgrade",
            "Upgrade: tcp",
            "",
            new String(content, StandardCharsets.UTF_8));
    return head.getBytes(StandardCharsets.UTF_8);
  }

  private static void requireSwitched(RawAnswer answer, InputStream rest) throws IOException {
    if (answer.status() != SWITCHED) {
      byte[] text = rest.readNBytes(answer.length());
      throw DockerErrors.answered(answer.status(), new String(text, StandardCharsets.UTF_8));
    }
  }

  private static void copy(
      InputStream stream, OutputStream output, OutputStream errors, boolean tty)
      throws IOException {
    if (!tty) {
      Multiplexed.split(stream, output, errors);
      return;
    }
    byte[] chunk = new byte[8192];
    for (int read = stream.read(chunk); read >= 0; read = stream.read(chunk)) {
      output.write(chunk, 0, read);
      output.flush(); // somebody watches
    }
  }

  /** A program may end without reading all of its input; what it then refuses is no failure. */
  private static void feed(InputStream input, RawConnection connection, boolean tty) {
    byte[] chunk = new byte[64 * 1024];
    try {
      for (int read = input.read(chunk); read >= 0; read = input.read(chunk)) {
        connection.output().write(chunk, 0, read);
        connection.output().flush();
      }
      if (tty) {
        // The engine ends a terminal's output with its input's half, so the input's end is typed.
        connection.output().write(END_OF_TRANSMISSION);
        connection.output().flush();
      } else {
        connection.endOutput();
      }
    } catch (IOException e) {
      LOG.debug("input was not read to its end", e);
    }
  }
}
