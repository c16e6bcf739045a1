package dev.coracle.cluster.image.load;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Speaks the push half of the registry API with the registry of a load. */
final class RegistryClient {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration BETWEEN = Duration.ofMillis(10);
  private static final Duration TRANSFER = Duration.ofMinutes(30);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .proxy(HttpClient.Builder.NO_PROXY)
          .build();
  private final String root;
  private final String repository;

  private RegistryClient(String root, String repository) {
    this.root = root;
    this.repository = repository;
  }

  /** A client of this repository of the registry at an address. */
  static RegistryClient of(String address, String repository) {
    return new RegistryClient("http://" + address + "/v2/", repository);
  }

  /** Waits until the whole way to the registry is open: the gate's proxy starts after its port. */
  void awaitAnswer() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    String last = "nothing";
    while (System.nanoTime() < deadline && !Thread.currentThread().isInterrupted()) {
      try {
        last = "status " + send(request("").GET().timeout(Duration.ofSeconds(2))).statusCode();
        if (last.endsWith(" 200")) {
          return;
        }
      } catch (IOException e) {
        last = e.toString();
      }
      LockSupport.parkNanos(BETWEEN.toNanos());
    }
    throw failed("did not open within %d s; last: %s".formatted(PATIENCE.toSeconds(), last));
  }

  /** Whether every node has this blob. */
  boolean has(String digest) throws IOException {
    return send(request(repository + "/blobs/" + digest).HEAD()).statusCode() == 200;
  }

  /** Sends a blob. */
  void put(String digest, long size, Content content) throws IOException {
    HttpResponse<String> begun =
        require(202, send(request(repository + "/blobs/uploads/").POST(BodyPublishers.noBody())));
    String location = begun.headers().firstValue("Location").orElseThrow();
    BodyPublisher body =
        BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(content::open), size);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(location + "?digest=" + digest)).timeout(TRANSFER);
    require(201, send(size == 0 ? request.PUT(BodyPublishers.noBody()) : request.PUT(body)));
  }

  /** Sends a manifest, and with it makes the image that its tag stands for. */
  void putManifest(String tag, String mediaType, byte[] manifest) throws IOException {
    require(
        201,
        send(
            request(repository + "/manifests/" + tag)
                .timeout(TRANSFER)
                .header("Content-Type", mediaType)
                .PUT(BodyPublishers.ofByteArray(manifest))));
  }

  /** Opens what a blob is made of. */
  @FunctionalInterface
  interface Content {

    /** From its first byte. */
    InputStream open();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(root + path)).timeout(PATIENCE);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterException(
          Problem.of(Problem.Code.INTERRUPTED, "The load was cancelled.", "Load again."), e);
    }
  }

  private static HttpResponse<String> require(int status, HttpResponse<String> answer) {
    if (answer.statusCode() != status) {
      throw failed("answered %d: %s".formatted(answer.statusCode(), answer.body()));
    }
    return answer;
  }

  private static ClusterException failed(String what) {
    return new ClusterException(
        Problem.of(
            Problem.Code.IMAGE_LOAD_FAILED,
            "The registry in the cluster %s.".formatted(what),
            "Try again; `coracle logs --component containerd` may tell more."));
  }
}
