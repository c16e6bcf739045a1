package dev.coracle.cluster.resources;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the fields of a patch into those of an object, as a merge patch does. */
final class MergePatch {

  private MergePatch() {}

  static Map<String, Object> merged(Map<String, Object> old, Map<?, ?> patch) {
    Map<String, Object> merged = new LinkedHashMap<>(old);
    patch.forEach(
        (name, value) -> {
          boolean both = value instanceof Map && merged.get(name) instanceof Map;
          merged.put(String.valueOf(name), both ? inner(merged.get(name), value) : value);
        });
    return merged;
  }

  private static Map<String, Object> inner(@Nullable Object old, Object patch) {
    Map<String, Object> before = new LinkedHashMap<>();
    if (old instanceof Map<?, ?> map) {
      map.forEach((name, value) -> before.put(String.valueOf(name), value));
    }
    return merged(before, (Map<?, ?>) patch);
  }
}
