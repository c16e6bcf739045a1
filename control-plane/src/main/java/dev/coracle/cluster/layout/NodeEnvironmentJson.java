package dev.coracle.cluster.layout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coracle.cluster.CaBundle;
import dev.coracle.cluster.NodeEnvironment;
import dev.coracle.cluster.ProxySettings;
import dev.coracle.cluster.RegistrySettings;
import java.util.Optional;

/** The part of a spec's JSON that is about what is around the nodes. */
final class NodeEnvironmentJson {

  private NodeEnvironmentJson() {}

  static ObjectNode write(NodeEnvironment environment) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("mounts", NodeOptionsJson.mounts(environment.mounts()));
    json.putPOJO("mirrors", environment.registries().mirrors());
    json.putPOJO("insecure", environment.registries().insecure());
    json.putObject("proxy")
        .put("http", environment.proxy().http())
        .put("https", environment.proxy().https())
        .put("none", environment.proxy().none());
    environment
        .caBundle()
        .ifPresent(
            bundle ->
                json.putObject("caBundle")
                    .put("file", bundle.file())
                    .put("digest", bundle.digest()));
    return json;
  }

  static NodeEnvironment read(JsonNode json) {
    return new NodeEnvironment(
        NodeOptionsJson.mounts(json.path("mounts")),
        registries(json),
        proxy(json.path("proxy")),
        bundle(json.path("caBundle")));
  }

  private static RegistrySettings registries(JsonNode json) {
    RegistrySettings registries = RegistrySettings.NONE;
    for (var mirror : json.path("mirrors").properties()) {
      for (JsonNode address : mirror.getValue()) {
        registries = registries.withMirror(mirror.getKey(), address.asText());
      }
    }
    for (JsonNode registry : json.path("insecure")) {
      registries = registries.withInsecure(registry.asText());
    }
    return registries;
  }

  private static ProxySettings proxy(JsonNode json) {
    return new ProxySettings(
        json.path("http").asText(""), json.path("https").asText(""), json.path("none").asText(""));
  }

  private static Optional<CaBundle> bundle(JsonNode json) {
    return json.isObject()
        ? Optional.of(new CaBundle(json.path("file").asText(), json.path("digest").asText()))
        : Optional.empty();
  }
}
