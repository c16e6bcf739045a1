package dev.coracle.cluster.kube;

import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.PodLogLine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the log of a container line by line, each with its time. */
final class LogReading {

  /** A container may be silent for long; who reads says when it is enough. */
  private static final Duration ENDLESS = Duration.ofDays(365);

  private final ApiClient client;
  private final String path;
  private final ObjectName pod;

  LogReading(ApiClient client, String path, ObjectName pod) {
    this.client = client;
    this.path = path;
    this.pod = pod;
  }

  /** Passes on every line; what a refusal says instead becomes a problem. */
  void read(Consumer<PodLogLine> listener) {
    Deadline deadline = Deadline.after(ENDLESS);
    StringBuilder refusal = new StringBuilder();
    LogTimes times = new LogTimes();
    try (WatchStream stream = client.watch(path, "*/*")) {
      Optional<String> line = stream.nextLine(deadline);
      while (line.isPresent()) {
        if (stream.isAccepted()) {
          listener.accept(times.next(line.get()));
        } else {
          refusal.append(line.get());
        }
        line = stream.nextLine(deadline);
      }
      require(stream, refusal.toString());
    }
  }

  private void require(WatchStream stream, String refusal) {
    byte[] bytes = refusal.getBytes(StandardCharsets.UTF_8);
    new ApiResponse(stream.status(), Json.read(bytes)).require("read the log of " + pod);
  }
}
