package dev.coracle.cluster.kube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coracle.cluster.thread.BlockingThreads;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends requests to one API server and repeats those that may succeed a little later. */
final class ApiClient implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ApiClient.class);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(15);

  private final ExecutorService threads = BlockingThreads.perTask("api-client");
  private final URI server;
  private final Duration patience;
  private final HttpClient http;

  ApiClient(KubeCredentials credentials, Duration patience) {
    this.server = credentials.server();
    this.patience = patience;
    this.http =
        HttpClient.newBuilder()
            .sslContext(TlsContext.of(credentials))
            .connectTimeout(CONNECT_TIMEOUT)
            .executor(threads)
            .build();
  }

  /** Sends a request without a body. */
  ApiResponse send(String method, String path) {
    return send(method, path, Deadline.after(patience));
  }

  /** Sends a request without a body, and gives up at the deadline. */
  ApiResponse send(String method, String path, Deadline deadline) {
    return repeat(request(path).method(method, BodyPublishers.noBody()), deadline);
  }

  /** Gets an answer of one of these media types. */
  ApiResponse get(String path, String accepted) {
    return repeat(request(path).setHeader("Accept", accepted).GET(), Deadline.after(patience));
  }

  /** Sends a request with a body of this media type. */
  ApiResponse send(String method, String path, String mediaType, JsonNode body) {
    var request =
        request(path)
            .header("Content-Type", mediaType)
            .method(method, BodyPublishers.ofString(body.toString()));
    return repeat(request, Deadline.after(patience));
  }

  /** Opens a stream of watch events, which must be closed. */
  WatchStream watch(String path) {
    return WatchStream.open(http, request(path).GET().build());
  }

  /** Opens a stream of lines of one of these media types, which must be closed. */
  WatchStream watch(String path, String accepted) {
    return WatchStream.open(http, request(path).setHeader("Accept", accepted).GET().build());
  }

  /** Opens a WebSocket of several streams, which must be closed. */
  ChannelSocket channels(String path, List<String> protocols, ChannelSocket.Receiver receiver) {
    URI target = server.resolve(path);
    URI address = URI.create("wss" + target.toString().substring(target.getScheme().length()));
    return ChannelSocket.open(http, address, protocols, receiver);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path)).header("Accept", "application/json");
  }

  private ApiResponse repeat(HttpRequest.Builder request, Deadline deadline) {
    while (true) {
      try {
        ApiResponse response = attempt(request, deadline);
        LOG.debug("api answered status={}", response.status());
        if (!response.isWorthRepeating() || !deadline.pause()) {
          return response;
        }
      } catch (IOException e) {
        if (Unreachable.isForGood(e) || !deadline.pause()) {
          throw Unreachable.problem(server, e);
        }
      }
    }
  }

  private ApiResponse attempt(HttpRequest.Builder request, Deadline deadline) throws IOException {
    Duration timeout = deadline.remaining().plusMillis(1);
    request.timeout(timeout.compareTo(REQUEST_TIMEOUT) < 0 ? timeout : REQUEST_TIMEOUT);
    try {
      var response = http.send(request.build(), BodyHandlers.ofByteArray());
      return new ApiResponse(response.statusCode(), Json.read(response.body()));
    } catch (InterruptedException _) {
      throw Deadline.interrupted();
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
    threads.shutdownNow();
  }
}
