package dev.coracle.cluster.node;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;

/** Command line flags in the form of kubeadm's {@code extraArgs}. */
final class Flags {

  private Flags() {}

  static ArrayNode toJson(Map<String, String> flags) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    flags.forEach((name, value) -> list.addObject().put("name", name).put("value", value));
    return list;
  }
}
