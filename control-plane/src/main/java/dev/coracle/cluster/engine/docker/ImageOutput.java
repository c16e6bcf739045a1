package dev.coracle.cluster.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** What the engine tells while it works on an image: its status is 200 even when it then fails. */
final class ImageOutput {

  private static final int TAIL = 40;

  private final Problem.Code code;
  private final String deed;
  private final Deque<String> tail = new ArrayDeque<>();
  private final LineSplitter lines;

  ImageOutput(Problem.Code code, String deed, Consumer<String> listener) {
    this.code = code;
    this.deed = deed;
    this.lines = new LineSplitter(line -> tell(line, listener));
  }

  private void tell(String line, Consumer<String> listener) {
    tail.addLast(line);
    if (tail.size() > TAIL) {
      tail.removeFirst();
    }
    listener.accept(line);
  }

  /** Takes one message. */
  void hear(JsonNode message) {
    if (message.hasNonNull("error")) {
      throw failed(message.path("error").asText());
    }
    if (message.hasNonNull("stream")) {
      write(message.path("stream").asText());
    } else if (message.hasNonNull("status") && !message.hasNonNull("progress")) {
      write(status(message) + "\n");
    }
  }

  private static String status(JsonNode message) {
    String layer = message.path("id").asText();
    return (layer.isEmpty() ? "" : layer + ": ") + message.path("status").asText();
  }

  private void write(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    lines.write(bytes, 0, bytes.length);
  }

  /** The same failure with what was being done, where the engine's refusal alone says little. */
  ClusterException explained(ClusterException failure) {
    return failure.problem().code() == Problem.Code.ENGINE_FAILED
        ? failed(failure.problem().summary())
        : failure;
  }

  private ClusterException failed(String error) {
    lines.close();
    Problem known = DockerErrors.answered(0, error).problem();
    Problem.Code told = known.code() == Problem.Code.DISK_FULL ? Problem.Code.DISK_FULL : code;
    return new ClusterException(
        Problem.of(
                told,
                "Docker could not %s: %s".formatted(deed, error),
                told == Problem.Code.DISK_FULL ? known.advice() : advice())
            .withOutput(String.join("\n", tail)));
  }

  private String advice() {
    return tail.isEmpty()
        ? "See whether what it was given is whole; the engine's own log may say more."
        : "The output below shows the cause.";
  }
}
