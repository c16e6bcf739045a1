package dev.coracle.cluster.engine.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The first request to an engine, whose answer's headers tell who it is and what it speaks. */
final class Ping {

  /** How long a first sign of life may take; Docker Desktop accepts connections before it is up. */
  static final Duration DEADLINE = Duration.ofSeconds(20);

  private static final Request REQUEST =
      Request.builder()
          .method(Request.Method.GET)
          .path("/_ping")
          .putHeader("Connection", "close")
          .build();

  private Ping() {}

  /** The API version to speak with the engine. */
  static ApiVersion at(DockerEndpoint endpoint, DockerHttpClient client) {
    try (Response response = client.execute(REQUEST)) {
      requireReady(response.getStatusCode());
      requireLinuxContainers(response.getHeader("OSType"));
      String newest = response.getHeader("Api-Version");
      return ApiVersion.negotiate(newest == null ? ApiVersion.OLDEST : ApiVersion.parse(newest));
    } catch (ClusterException e) {
      throw e;
    } catch (RuntimeException e) {
      throw ConnectionErrors.broken(endpoint, e);
    }
  }

  private static void requireReady(int status) {
    if (status >= 500) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.ENGINE_NOT_RUNNING,
              "Docker answers, but is not ready yet (status %d).".formatted(status),
              "Wait until Docker has started, then try again."));
    }
  }

  private static void requireLinuxContainers(@Nullable String operatingSystem) {
    if ("windows".equalsIgnoreCase(operatingSystem)) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.ENGINE_UNSUPPORTED,
              "Docker runs Windows containers; Kubernetes nodes are Linux containers.",
              "Choose \"Switch to Linux containers\" in Docker Desktop's menu."));
    }
  }
}
