package dev.coracle.cluster.resources;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A piece of an object: a text, a number, a list or fields. What is absent is just empty. */
public final class KubeValue {

  private static final KubeValue ABSENT = new KubeValue(null);

  private final @Nullable Object value;

  KubeValue(@Nullable Object value) {
    this.value = value;
  }

  /** What is at the end of this path of fields. */
  public KubeValue at(String... path) {
    KubeValue place = this;
    for (String field : path) {
      place = place.value instanceof Map<?, ?> map ? new KubeValue(map.get(field)) : ABSENT;
    }
    return place;
  }

  /** Whether anything is here. */
  public boolean isPresent() {
    return value != null;
  }

  /** Whether this holds values of its own: a list or fields. */
  public boolean isNested() {
    return value instanceof Map || value instanceof List;
  }

  /** A text, number or truth value as text; empty where there is none. */
  public String text() {
    return value == null || isNested() ? "" : value.toString();
  }

  /** The same text, or another where it is empty. */
  public String text(String otherwise) {
    String text = text();
    return text.isEmpty() ? otherwise : text;
  }

  /** A number; zero where there is none. */
  public long number() {
    return value instanceof Number number ? number.longValue() : 0;
  }

  /** Whether this is the truth value true. */
  public boolean isTrue() {
    return Boolean.TRUE.equals(value);
  }

  /** The items of a list, in order. */
  public List<KubeValue> items() {
    return value instanceof List<?> list ? list.stream().map(KubeValue::new).toList() : List.of();
  }

  /** The fields as plain maps and lists; empty where there are none. */
  public Map<String, Object> content() {
    Map<String, Object> content = new LinkedHashMap<>();
    fields().forEach((name, field) -> field.plain().ifPresent(it -> content.put(name, it)));
    return content;
  }

  private Optional<Object> plain() {
    return Optional.ofNullable(value);
  }

  /** The fields, in order. */
  public Map<String, KubeValue> fields() {
    Map<String, KubeValue> fields = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, content) -> fields.put(String.valueOf(name), new KubeValue(content)));
    }
    return fields;
  }

  @Override
  public String toString() {
    return String.valueOf(value);
  }
}
