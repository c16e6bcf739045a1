package dev.coracle.cluster.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** JSON trees, in which every absent field reads as empty. */
final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /** An empty object. */
  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Reads one value; nothing at all reads as an empty object. */
  static JsonNode read(InputStream input) throws IOException {
    JsonNode value = MAPPER.readTree(input);
    return value.isMissingNode() ? object() : value;
  }

  /** Reads one value. */
  static JsonNode read(String text) throws IOException {
    return MAPPER.readTree(text);
  }

  /** Reads values, one after the other, as they arrive. */
  static void each(InputStream input, Consumer<JsonNode> listener) throws IOException {
    // Never closed here: closing a chunked body reads it to its end, which a live stream has not.
    @SuppressWarnings("resource")
    MappingIterator<JsonNode> values = MAPPER.readerFor(JsonNode.class).readValues(input);
    while (values.hasNextValue()) {
      listener.accept(values.nextValue());
    }
  }

  /** The texts of an object's fields. */
  static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      texts.put(field.getKey(), field.getValue().asText());
    }
    return texts;
  }

  /** An object with these texts as its fields. */
  static ObjectNode of(Map<String, String> texts) {
    ObjectNode object = object();
    texts.forEach(object::put);
    return object;
  }
}
