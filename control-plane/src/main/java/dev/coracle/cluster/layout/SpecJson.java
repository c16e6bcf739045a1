package dev.coracle.cluster.layout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterSpecBuilder;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.PortMapping;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A spec as one line of JSON, the form in which it is kept. Defaults are written too, so that a
 * later Coracle with other defaults reads what this one meant. Unknown fields of a newer one are
 * passed over.
 */
public final class SpecJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private SpecJson() {}

  public static String write(ClusterSpec spec) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("kubernetesVersion", spec.kubernetesVersion().toString());
    json.put("controlPlanes", spec.controlPlanes());
    json.put("workers", spec.workers());
    json.set("controlPlaneOptions", NodeOptionsJson.write(spec.controlPlaneOptions()));
    ArrayNode pools = json.putArray("pools");
    spec.pools().forEach(pool -> pools.add(NodeOptionsJson.write(pool)));
    spec.cpus().ifPresent(cpus -> json.put("cpus", cpus));
    spec.memory().ifPresent(memory -> json.put("memory", memory.value()));
    json.putPOJO("ports", spec.ports().stream().map(PortMapping::toString).toList());
    json.put("apiPort", spec.apiPort());
    json.put("cni", spec.cni().name());
    json.put("defaultStorage", spec.defaultStorage());
    json.putPOJO("settings", spec.settings());
    json.putPOJO("featureGates", spec.featureGates());
    json.put("certExpiration", spec.certExpiration().toString());
    json.put("autoPause", spec.autoPause().toString());
    json.set("environment", NodeEnvironmentJson.write(spec.environment()));
    json.put("bare", spec.bare());
    return text(json);
  }

  private static String text(ObjectNode json) {
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException when it is something else
   */
  public static ClusterSpec read(String text) {
    try {
      return read(MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a spec that is not JSON: " + text, e);
    }
  }

  private static ClusterSpec read(JsonNode json) {
    ClusterSpecBuilder spec =
        ClusterSpec.builder(KubernetesVersion.parse(json.path("kubernetesVersion").asText()))
            .controlPlanes(json.path("controlPlanes").asInt(1))
            .controlPlaneOptions(NodeOptionsJson.options(json.path("controlPlaneOptions")))
            .environment(NodeEnvironmentJson.read(json.path("environment")))
            .ports(ports(json.path("ports")))
            .apiPort(json.path("apiPort").asInt(0))
            .cni(cni(json.path("cni").asText(ClusterSpec.Cni.DEFAULT.name())))
            .defaultStorage(json.path("defaultStorage").asBoolean(true))
            .settings(settings(json.path("settings")))
            .featureGates(gates(json.path("featureGates")))
            .bare(json.path("bare").asBoolean(false));
    if (json.has("pools")) {
      spec.pools(NodeOptionsJson.pools(json.path("pools")));
    } else {
      spec.workers(json.path("workers").asInt(0));
    }
    if (json.has("cpus")) {
      spec.cpus(json.path("cpus").asDouble());
    }
    if (json.has("memory")) {
      spec.memory(new Bytes(json.path("memory").asLong()));
    }
    if (json.has("certExpiration")) {
      spec.certExpiration(Duration.parse(json.path("certExpiration").asText()));
    }
    if (json.has("autoPause")) {
      spec.autoPause(Duration.parse(json.path("autoPause").asText()));
    }
    return spec.build();
  }

  private static ClusterSpec.Cni cni(String text) {
    return Stream.of(ClusterSpec.Cni.values())
        .filter(cni -> cni.name().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no pod network " + text));
  }

  private static List<PortMapping> ports(JsonNode json) {
    List<PortMapping> ports = new ArrayList<>();
    json.forEach(port -> ports.add(PortMapping.parse(port.asText())));
    return ports;
  }

  private static Map<String, String> settings(JsonNode json) {
    Map<String, String> settings = new TreeMap<>();
    json.properties().forEach(entry -> settings.put(entry.getKey(), entry.getValue().asText()));
    return settings;
  }

  private static Map<String, Boolean> gates(JsonNode json) {
    Map<String, Boolean> gates = new TreeMap<>();
    json.properties().forEach(entry -> gates.put(entry.getKey(), entry.getValue().asBoolean()));
    return gates;
  }
}
