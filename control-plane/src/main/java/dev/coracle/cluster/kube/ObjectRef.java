package dev.coracle.cluster.kube;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Which object is meant.
 *
 * @param kind its kind
 * @param namespace where it is; empty: in none, or in {@code default} if its kind needs one
 * @param name its name
 */
public record ObjectRef(ObjectKind kind, String namespace, String name) {

  /**
   * The reference of a whole object.
   *
   * @throws IllegalArgumentException when it has no apiVersion, kind or name
   */
  public static ObjectRef of(JsonNode object) {
    JsonNode metadata = object.path("metadata");
    return new ObjectRef(
        new ObjectKind(required(object, "apiVersion"), required(object, "kind")),
        metadata.path("namespace").asText(""),
        required(metadata, "name"));
  }

  private static String required(JsonNode object, String field) {
    String value = object.path(field).asText("");
    if (value.isEmpty()) {
      throw new IllegalArgumentException("an object without " + field);
    }
    return value;
  }

  @Override
  public String toString() {
    return kind.kind() + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
  }
}
