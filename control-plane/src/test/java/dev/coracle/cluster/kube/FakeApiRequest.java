package dev.coracle.cluster.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A request to {@link FakeApiServer}, understood. */
final class FakeApiRequest {

  private static final Map<String, String> KINDS =
      Map.of(
          "configmaps", "ConfigMap",
          "nodes", "Node",
          "pods", "Pod",
          "runtimeclasses", "RuntimeClass");

  private final String method;
  private final String mediaType;
  private final JsonNode body;
  private final Map<String, String> query = new HashMap<>();
  private final String apiVersion;
  private final String namespace;
  private final String plural;
  private final String name;

  FakeApiRequest(HttpExchange exchange) throws IOException {
    method = exchange.getRequestMethod();
    mediaType = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    body = Json.read(bytes);
    readQuery(exchange.getRequestURI().getRawQuery());
    Deque<String> path =
        new ArrayDeque<>(List.of(exchange.getRequestURI().getPath().substring(1).split("/")));
    boolean isCore = path.pop().equals("api");
    apiVersion = isCore ? path.pop() : path.pop() + "/" + path.pop();
    namespace = readNamespace(path);
    plural = path.isEmpty() ? "" : path.pop();
    name = path.isEmpty() ? "" : path.pop();
  }

  private static String readNamespace(Deque<String> path) {
    if (path.size() > 2 && path.peek().equals("namespaces")) {
      path.pop();
      return path.pop();
    }
    return "";
  }

  private void readQuery(String raw) {
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      String[] parts = pair.split("=", 2);
      query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
  }

  boolean isDiscovery() {
    return plural.isEmpty();
  }

  JsonNode discovered() {
    return Json.read(
        """
        {"resources": [
          {"name": "runtimeclasses/status", "kind": "RuntimeClass", "namespaced": true},
          {"name": "runtimeclasses", "kind": "RuntimeClass", "namespaced": false}]}
        """
            .getBytes(StandardCharsets.UTF_8));
  }

  boolean isWatch() {
    return query.containsKey("watch");
  }

  boolean isCollection() {
    return name.isEmpty();
  }

  boolean selects(JsonNode object) {
    String selector = query.getOrDefault("fieldSelector", "");
    String wanted = selector.replace("metadata.name=", "");
    return selector.isEmpty() || object.path("metadata").path("name").asText().equals(wanted);
  }

  long version() {
    return Long.parseLong(query.get("resourceVersion"));
  }

  String method() {
    return method;
  }

  String mediaType() {
    return mediaType;
  }

  JsonNode body() {
    return body;
  }

  String namespace() {
    return namespace;
  }

  ObjectKind kind() {
    return new ObjectKind(apiVersion, KINDS.get(plural));
  }

  ObjectRef object() {
    return kind().named(namespace, name);
  }

  @Override
  public String toString() {
    return plural + " \"" + name + "\"";
  }
}
