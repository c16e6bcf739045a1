package dev.coracle.cluster.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.pki.CertificateAuthority;
import dev.coracle.cluster.pki.CertificateRequest;
import dev.coracle.cluster.pki.IssuedCertificate;
import dev.coracle.cluster.resources.PodLogLine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** An API server over HTTPS whose objects are in memory; it asks clients for certificates. */
final class FakeApiServer implements AutoCloseable {

  private static final Duration DAY = Duration.ofDays(1);

  private final CertificateAuthority authority =
      CertificateAuthority.create("kubernetes", DAY, Clock.systemUTC());
  private final InMemoryKubeApi objects = new InMemoryKubeApi();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger refusals = new AtomicInteger();
  private final AtomicReference<String> lastUser = new AtomicReference<>("");
  private final List<PodLogLine> log = new CopyOnWriteArrayList<>();
  private final HttpsServer server;

  FakeApiServer(int port) throws IOException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setHttpsConfigurator(new ClientsNeedCertificates(serverContext()));
    server.setExecutor(threads);
    server.createContext("/", this::handle);
  }

  void start() {
    server.start();
  }

  URI uri() {
    return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
  }

  KubeCredentials credentials() {
    return credentials(authority);
  }

  /** Credentials of a client that takes {@code trusted} for the server's authority. */
  KubeCredentials credentials(CertificateAuthority trusted) {
    var request = CertificateRequest.client("kubernetes-admin", "kubeadm:cluster-admins");
    IssuedCertificate client = authority.issue(request, DAY, Clock.systemUTC());
    return new KubeCredentials(
        uri(), trusted.pem().certificate(), client.certificate(), client.privateKey());
  }

  /** Answers the next requests with 503. */
  void refuse(int requests) {
    refusals.set(requests);
  }

  /** What is kept, to be changed past the API. */
  InMemoryKubeApi objects() {
    return objects;
  }

  /** A line that every pod has written at this time. */
  void log(Instant at, String text) {
    log.add(new PodLogLine(at, text));
  }

  /** Who sent the last request. */
  String lastUser() {
    return lastUser.get();
  }

  private SSLContext serverContext() {
    var request = CertificateRequest.server("kube-apiserver", List.of("127.0.0.1"));
    IssuedCertificate own = authority.issue(request, DAY, Clock.systemUTC());
    return ServerTls.context(own, authority.pem().certificate());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      lastUser.set(((HttpsExchange) exchange).getSSLSession().getPeerPrincipal().getName());
      if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        answer(exchange, 503, status("starting"));
      } else {
        answerOrRefuse(exchange, new FakeApiRequest(exchange));
      }
    }
  }

  private void answerOrRefuse(HttpExchange exchange, FakeApiRequest request) throws IOException {
    try {
      answer(exchange, request);
    } catch (ClusterException e) {
      boolean budget = e.problem().code() == Problem.Code.POD_PROTECTED;
      answer(exchange, budget ? 429 : 422, budget ? delayed(e) : status(e.getMessage()));
    }
  }

  /** A disruption budget's refusal, as the API server words it. */
  private static JsonNode delayed(ClusterException e) {
    ObjectNode cause = JsonNodeFactory.instance.objectNode();
    cause.put("reason", "DisruptionBudget").put("message", e.getMessage());
    ObjectNode status = JsonNodeFactory.instance.objectNode();
    status.put("kind", "Status").put("message", "Cannot evict pod.");
    status.putObject("details").putArray("causes").add(cause);
    return status;
  }

  private void answer(HttpExchange exchange, FakeApiRequest request) throws IOException {
    if (exchange.getRequestURI().getPath().endsWith("/log")) {
      tellLog(exchange);
    } else if (request.isDiscovery()) {
      answer(exchange, 200, request.discovered());
    } else if (request.isWatch()) {
      watch(exchange, request);
    } else {
      Optional<JsonNode> body = serve(request);
      answer(exchange, body.isPresent() ? 200 : 404, body.orElse(status(request + " not found")));
    }
  }

  /** Every pod's log, in which lines begin with their times for those who ask. */
  private void tellLog(HttpExchange exchange) throws IOException {
    boolean timed = exchange.getRequestURI().getQuery().contains("timestamps=true");
    exchange.sendResponseHeaders(200, 0);
    for (PodLogLine line : log) {
      String told = (timed ? line.at() + " " : "") + line.text() + "\n";
      exchange.getResponseBody().write(told.getBytes(StandardCharsets.UTF_8));
    }
  }

  private Optional<JsonNode> serve(FakeApiRequest request) {
    return switch (request.method()) {
      case "GET" -> request.isCollection() ? Optional.of(list(request)) : find(request);
      case "PATCH" -> patch(request);
      // The only thing that is posted is an eviction.
      case "POST" -> find(request).filter(_ -> objects.evict(request.object()));
      case "DELETE" -> find(request).filter(_ -> objects.delete(request.object()));
      default -> throw new IllegalArgumentException(request.method());
    };
  }

  private Optional<JsonNode> find(FakeApiRequest request) {
    return objects.find(request.object());
  }

  private Optional<JsonNode> patch(FakeApiRequest request) {
    if (request.mediaType().contains("apply-patch")) {
      return Optional.of(objects.apply(request.body()));
    }
    return find(request).map(_ -> objects.patch(request.object(), PatchType.MERGE, request.body()));
  }

  private JsonNode list(FakeApiRequest request) {
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    synchronized (objects) {
      list.putObject("metadata").put("resourceVersion", "" + objects.version());
      for (JsonNode item : objects.list(request.kind(), request.namespace())) {
        if (request.selects(item)) {
          list.withArrayProperty("items").add(withoutKind(item));
        }
      }
    }
    return list;
  }

  private static JsonNode withoutKind(JsonNode item) {
    return ((ObjectNode) item).without(List.of("apiVersion", "kind"));
  }

  private void watch(HttpExchange exchange, FakeApiRequest request) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().flush();
    for (var next = objects.nextChange(request.version(), DAY); ; ) {
      InMemoryKubeApi.Change change = next.orElseThrow();
      if (request.selects(change.object())) {
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("type", change.type());
        event.set("object", change.object());
        exchange.getResponseBody().write((event + "\n").getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
      }
      next = objects.nextChange(change.version(), DAY);
    }
  }

  private static JsonNode status(String message) {
    return JsonNodeFactory.instance.objectNode().put("kind", "Status").put("message", message);
  }

  private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** Asks each client for a certificate. */
  private static final class ClientsNeedCertificates extends HttpsConfigurator {

    ClientsNeedCertificates(SSLContext context) {
      super(context);
    }

    @Override
    public void configure(HttpsParameters parameters) {
      SSLParameters tls = getSSLContext().getDefaultSSLParameters();
      tls.setNeedClientAuth(true);
      parameters.setSSLParameters(tls);
    }
  }
}
