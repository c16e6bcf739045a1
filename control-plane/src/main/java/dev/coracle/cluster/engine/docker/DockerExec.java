package dev.coracle.cluster.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.ExecResult;
import dev.coracle.cluster.engine.ExecSpec;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** One command in one container. */
final class DockerExec {

  private static final Duration EXIT_DEADLINE = Duration.ofSeconds(10);
  private static final Duration EXIT_CHECK = Duration.ofMillis(5);

  private final DockerApi api;
  private final String container;

  DockerExec(DockerApi api, String container) {
    this.api = api;
    this.container = container;
  }

  /** Runs it to its end. An interrupt leaves it; the engine has no way to end its process. */
  ExecResult run(ExecSpec spec) {
    String id = create(spec);
    ByteArrayOutputStream collected = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    OutputStream output = spec.stdout().orElse(collected);
    start(id, spec, output, errors);
    return new ExecResult(exitCode(id), text(collected), text(errors));
  }

  private String create(ExecSpec spec) {
    ObjectNode body =
        Json.object()
            .put("AttachStdin", spec.stdin().isPresent())
            .put("AttachStdout", true)
            .put("AttachStderr", true)
            .put("Tty", spec.tty());
    spec.command().forEach(body.putArray("Cmd")::add);
    ApiPath path = ApiPath.of("/containers/%s/exec", container);
    return api.answer(ApiRequest.post(path).with(body)).path("Id").asText();
  }

  private void start(String id, ExecSpec spec, OutputStream output, OutputStream errors) {
    ObjectNode body = Json.object().put("Detach", false).put("Tty", spec.tty());
    ApiPath path = ApiPath.of("/exec/%s/start", id);
    if (spec.stdin().isPresent()) {
      new HijackedExec(api, path).run(body, spec.stdin().get(), output, errors, spec.tty());
      return;
    }
    api.read(
        ApiRequest.post(path).with(body),
        stream -> {
          if (spec.tty()) {
            stream.transferTo(output);
          } else {
            Multiplexed.split(stream, output, errors);
          }
        });
  }

  /** The streams may end a moment before the engine has noted the exit code. */
  private int exitCode(String id) {
    long deadline = System.nanoTime() + EXIT_DEADLINE.toNanos();
    while (System.nanoTime() < deadline && !Thread.currentThread().isInterrupted()) {
      JsonNode state = api.get(ApiPath.of("/exec/%s/json", id));
      if (!state.path("Running").asBoolean() && state.path("ExitCode").isInt()) {
        return state.path("ExitCode").asInt();
      }
      LockSupport.parkNanos(EXIT_CHECK.toNanos());
    }
    throw new ClusterException(
        Problem.of(
            Problem.Code.TIMEOUT,
            "A command in container %s closed its output, but did not end within %d s."
                .formatted(container, EXIT_DEADLINE.toSeconds()),
            "Try again; if it happens again, restart the container."));
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
