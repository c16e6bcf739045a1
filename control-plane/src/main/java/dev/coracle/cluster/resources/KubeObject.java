package dev.coracle.cluster.resources;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object of any kind, whole and immutable. */
public final class KubeObject {

  private final Map<String, Object> content;
  private final KubeValue root;

  private KubeObject(Map<String, Object> content) {
    this.content = content;
    this.root = new KubeValue(content);
  }

  /** The object with these fields: texts, numbers, truth values, lists and maps of them. */
  public static KubeObject of(Map<String, Object> fields) {
    return new KubeObject(copy(fields));
  }

  private static Map<String, Object> copy(Map<?, ?> fields) {
    Map<String, Object> copy = new LinkedHashMap<>();
    fields.forEach((name, value) -> copy.put(String.valueOf(name), frozen(value)));
    return Collections.unmodifiableMap(copy);
  }

  // A field may be null in JSON, for instance creationTimestamp; nothing that is read needs it.
  @SuppressWarnings("NullAway")
  private static Object frozen(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return copy(map);
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(item -> copy.add(frozen(item)));
      return Collections.unmodifiableList(copy);
    }
    return value;
  }

  /** Everything in it. */
  public KubeValue root() {
    return root;
  }

  /** Everything in it, as plain maps and lists. */
  public Map<String, Object> content() {
    return content;
  }

  /** What is at the end of this path of fields. */
  public KubeValue at(String... path) {
    return root.at(path);
  }

  /** Its group and version, for instance {@code apps/v1}. */
  public String apiVersion() {
    return at("apiVersion").text();
  }

  /** Its kind, for instance {@code Deployment}. */
  public String kind() {
    return at("kind").text();
  }

  /** Which object of its kind it is. */
  public ObjectName id() {
    return new ObjectName(at("metadata", "namespace").text(), at("metadata", "name").text());
  }

  /** Its identity over its whole life. */
  public String uid() {
    return at("metadata", "uid").text();
  }

  /** When it was made; the epoch where that is unknown. */
  public Instant created() {
    return instant(at("metadata", "creationTimestamp"));
  }

  /** The time that a field holds; the epoch where it holds none. */
  public static Instant instant(KubeValue field) {
    try {
      return field.text().isEmpty() ? Instant.EPOCH : Instant.parse(field.text());
    } catch (DateTimeException _) {
      return Instant.EPOCH;
    }
  }

  /** The same without what only servers care for: who owns which field. */
  public KubeObject withoutManagedFields() {
    Map<String, Object> fields = new LinkedHashMap<>(content);
    if (content.get("metadata") instanceof Map<?, ?> metadata) {
      Map<?, ?> kept = new LinkedHashMap<>(metadata);
      kept.remove("managedFields");
      fields.put("metadata", kept);
    }
    return of(fields);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof KubeObject object && object.content.equals(content);
  }

  @Override
  public int hashCode() {
    return content.hashCode();
  }

  @Override
  public String toString() {
    return kind() + " " + id();
  }
}
