package dev.coracle.cluster.kube;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coracle.cluster.resources.KubeObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Objects as JSON trees, which travel, and as values, which front ends see. */
final class KubeObjects {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final TypeReference<LinkedHashMap<String, Object>> FIELDS =
      new TypeReference<>() {};

  private KubeObjects() {}

  static KubeObject of(JsonNode tree) {
    Map<String, Object> fields = tree.isObject() ? MAPPER.convertValue(tree, FIELDS) : Map.of();
    return KubeObject.of(fields);
  }

  static JsonNode tree(KubeObject object) {
    return MAPPER.valueToTree(object.content());
  }
}
