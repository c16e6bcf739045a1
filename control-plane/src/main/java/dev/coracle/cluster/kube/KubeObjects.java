package dev.coracle.cluster.kube;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coracle.cluster.resources.KubeObject;
import dev.coracle.cluster.resources.ResourceKind;
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

  /** An item of a list, which comes without its kind. */
  static KubeObject typed(JsonNode item, ResourceKind kind) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("apiVersion", kind.apiVersion());
    fields.put("kind", kind.kind());
    fields.putAll(of(item).content());
    return KubeObject.of(fields);
  }

  static JsonNode tree(KubeObject object) {
    return MAPPER.valueToTree(object.content());
  }
}
