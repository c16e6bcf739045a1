package dev.coracle.cluster.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import dev.coracle.cluster.ClusterException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The Engine API at one endpoint. The version is agreed on with the first request; answers that are
 * errors and broken connections become problems here and nowhere else.
 */
final class DockerApi implements AutoCloseable {

  private static final int NOT_FOUND = 404;
  private static final int LAST_SUCCESS = 399; // 304 says that there was nothing to do

  private final DockerEndpoint endpoint;
  private final DockerHttpClient client;
  private final Waiting waiting;
  private volatile @Nullable ApiVersion version;

  DockerApi(DockerEndpoint endpoint, DockerHttpClient client) {
    this.endpoint = endpoint;
    this.client = client;
    this.waiting = Waiting.on(endpoint);
  }

  /** Where the engine is. */
  DockerEndpoint endpoint() {
    return endpoint;
  }

  /** The version that is spoken; asks for it once. */
  ApiVersion version() {
    ApiVersion known = version;
    if (known == null) {
      known = waiting.atMost(Ping.DEADLINE, () -> Ping.at(endpoint, client));
      version = known;
    }
    return known;
  }

  /** What the path holds. */
  JsonNode get(ApiPath path) {
    return answer(ApiRequest.get(path));
  }

  /** What the path holds, or nothing when there is no such thing. */
  Optional<JsonNode> find(ApiPath path) {
    return guarded(() -> ifFound(send(ApiRequest.get(path))).map(DockerApi::tree));
  }

  /** The JSON answer to a request. */
  JsonNode answer(ApiRequest request) {
    return guarded(() -> tree(checked(send(request))));
  }

  /** Has a request done; its answer is of no interest. */
  void run(ApiRequest request) {
    guarded(() -> closed(checked(send(request))));
  }

  /** Has a request done, or nothing when there is no such thing. */
  void runIfFound(ApiRequest request) {
    guarded(() -> ifFound(send(request)).map(DockerApi::closed).orElse(true));
  }

  /** Hears the JSON values of an answer as they arrive, to its end. */
  void each(ApiRequest request, Consumer<JsonNode> listener) {
    read(request, body -> Json.each(body, listener));
  }

  /** Reads an answer's body as it arrives, to its end. */
  void read(ApiRequest request, LiveStream.Reader reader) {
    guarded(
        () -> {
          try (Response response = checked(send(request))) {
            reader.read(response.getBody());
            return true;
          }
        });
  }

  /**
   * Does something on a connection of its own, on a thread that an interrupt of the caller ends.
   */
  void beside(Waiting.Work<Boolean> work) {
    waiting.beside(work);
  }

  /** An answer whose body is read elsewhere; the caller closes it. */
  Response open(ApiRequest request) {
    return guarded(() -> checked(send(request)));
  }

  private <T> T guarded(Waiting.Work<T> work) {
    return waiting.toTheEnd(
        () -> {
          try {
            return work.run();
          } catch (ClusterException e) {
            throw e;
          } catch (IOException | RuntimeException e) {
            throw ConnectionErrors.broken(endpoint, e);
          }
        });
  }

  private Response send(ApiRequest request) {
    Request ready = request.under("/v" + version());
    return client.execute(ready);
  }

  private static Optional<Response> ifFound(Response response) throws IOException {
    if (response.getStatusCode() == NOT_FOUND) {
      response.close();
      return Optional.empty();
    }
    return Optional.of(checked(response));
  }

  private static Response checked(Response response) throws IOException {
    if (response.getStatusCode() <= LAST_SUCCESS) {
      return response;
    }
    try (response) {
      throw DockerErrors.answered(response.getStatusCode(), message(response.getBody()));
    }
  }

  private static String message(InputStream body) throws IOException {
    String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
    return text.startsWith("{") ? Json.read(text).path("message").asText() : text.strip();
  }

  private static JsonNode tree(Response response) {
    try (response) {
      return Json.read(response.getBody());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static boolean closed(Response response) {
    response.close();
    return true;
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw ConnectionErrors.broken(endpoint, e);
    }
  }
}
