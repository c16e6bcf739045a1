package dev.coracle.cluster.kube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Finds the REST path of objects: built-in kinds from a table, others from the API server. */
final class ResourcePaths {

  private final Map<ObjectKind, ResourceType> discovered = new ConcurrentHashMap<>();
  private final Function<String, JsonNode> discovery;

  /**
   * Paths for one API server.
   *
   * @param discovery answers a path with its APIResourceList
   */
  ResourcePaths(Function<String, JsonNode> discovery) {
    this.discovery = discovery;
  }

  /** The path of one object. */
  String of(ObjectRef object) {
    return ofCollection(object) + "/" + escaped(object.name());
  }

  /** The path of the collection that the object is in. */
  String ofCollection(ObjectRef object) {
    ResourceType type = type(object.kind());
    String namespace = object.namespace().isEmpty() ? "default" : object.namespace();
    return ofCollection(object.kind(), type.namespaced() ? namespace : "");
  }

  /** The path of every object of a kind, in one namespace, or in all if it is empty. */
  String ofCollection(ObjectKind kind, String namespace) {
    String scope = namespace.isEmpty() ? "" : "/namespaces/" + escaped(namespace);
    return root(kind) + scope + "/" + type(kind).plural();
  }

  private ResourceType type(ObjectKind kind) {
    return BuiltInTypes.find(kind)
        .orElseGet(() -> discovered.computeIfAbsent(kind, this::discover));
  }

  private ResourceType discover(ObjectKind kind) {
    for (JsonNode resource : discovery.apply(root(kind)).path("resources")) {
      String plural = resource.path("name").asText("");
      boolean isSubresource = plural.contains("/");
      if (!isSubresource && resource.path("kind").asText("").equals(kind.kind())) {
        return new ResourceType(plural, resource.path("namespaced").asBoolean());
      }
    }
    throw new ClusterException(
        Problem.of(
            Problem.Code.API_FAILED,
            "The cluster does not know the kind %s.".formatted(kind),
            "Install its CustomResourceDefinition first."));
  }

  private static String root(ObjectKind kind) {
    return kind.apiVersion().contains("/") ? "/apis/" + kind.apiVersion() : "/api/v1";
  }

  /** A part of a path or query, so that no character in it means anything. */
  static String escaped(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
