package dev.coracle.cluster.engine.docker;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;

/**
 * A path of the Engine API with its query, escaped, without the version in front.
 *
 * @param text for instance {@code /containers/json?all=1}
 */
record ApiPath(String text) {

  /** A path whose {@code %s} are filled with escaped segments. */
  static ApiPath of(String template, String... segments) {
    Object[] escaped = new Object[segments.length];
    for (int i = 0; i < segments.length; i++) {
      escaped[i] = escape(segments[i]).replace("%2F", "/");
    }
    return new ApiPath(template.formatted(escaped));
  }

  /** The same path with one more parameter. */
  ApiPath with(String name, String value) {
    return new ApiPath(text + (text.contains("?") ? "&" : "?") + name + "=" + escape(value));
  }

  /** The same path with a filter; the engine wants every filter in one JSON object. */
  ApiPath filteredBy(Map<String, ? extends Collection<String>> filters) {
    ObjectNode all = Json.object();
    filters.forEach(
        (name, values) -> {
          ArrayNode list = all.putArray(name);
          values.forEach(list::add);
        });
    return with("filters", all.toString());
  }

  /** The same path filtered by labels; an empty value stands for any. */
  ApiPath labelled(Map<String, String> labels) {
    return filteredBy(
        Map.of(
            "label",
            labels.entrySet().stream()
                .map(l -> l.getValue().isEmpty() ? l.getKey() : l.getKey() + "=" + l.getValue())
                .toList()));
  }

  private static String escape(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
