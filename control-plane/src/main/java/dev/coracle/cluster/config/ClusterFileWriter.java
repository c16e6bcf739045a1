package dev.coracle.cluster.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.coracle.cluster.AutoPauseText;
import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.CaBundle;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.DurationText;
import dev.coracle.cluster.HostMount;
import dev.coracle.cluster.NodeEnvironment;
import dev.coracle.cluster.NodeOptions;
import dev.coracle.cluster.NodePool;
import dev.coracle.cluster.NodeRole;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.ProxySettings;
import dev.coracle.cluster.RegistrySettings;
import dev.coracle.cluster.Taint;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a cluster as a file of the format {@code coracle.dev/v1}: what differs from the defaults,
 * and the version and the nodes in any case.
 */
public final class ClusterFileWriter {

  private static final YAMLMapper YAML =
      new YAMLMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
              .build());

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ClusterFileWriter() {}

  /** The text of the file. */
  public static String write(ClusterName name, ClusterSpec spec) {
    try {
      return YAML.writeValueAsString(tree(name, spec));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode tree(ClusterName name, ClusterSpec spec) {
    ObjectNode file = JSON.objectNode();
    file.put("apiVersion", ClusterFile.API_VERSION).put("kind", ClusterFile.KIND);
    file.put("name", name.value());
    file.put("kubernetesVersion", spec.kubernetesVersion().toString());
    file.set("nodes", nodes(spec));
    if (!spec.autoPause().isZero()) {
      file.put("autoPause", AutoPauseText.of(spec.autoPause()));
    }
    put(file, "network", network(spec));
    if (!spec.defaultStorage()) {
      file.putObject("storage").put("defaultClass", false);
    }
    put(file, "settings", settings(spec));
    ObjectNode gates = JSON.objectNode();
    spec.featureGates().forEach(gates::put);
    put(file, "featureGates", gates);
    put(file, "certificates", certificates(spec));
    put(file, "registries", registries(spec.environment().registries()));
    return file;
  }

  /** A block that would say nothing is left out. */
  private static void put(ObjectNode file, String field, ObjectNode block) {
    if (!block.isEmpty()) {
      file.set(field, block);
    }
  }

  private static ObjectNode nodes(ClusterSpec spec) {
    ObjectNode nodes = JSON.objectNode();
    if (spec.bare()) {
      nodes.put("bare", true);
    }
    limits(nodes, spec.cpus().orElse(0.0), spec.memory().orElse(new Bytes(0)));
    mounts(nodes, spec.environment().mounts());
    ObjectNode controlPlanes = nodes.putObject("controlPlanes");
    controlPlanes.put("count", spec.controlPlanes());
    options(controlPlanes, spec.controlPlaneOptions());
    ports(controlPlanes, portsOf(spec, NodeRole.CONTROL_PLANE.label()));
    if (!spec.pools().isEmpty()) {
      ArrayNode pools = nodes.putArray("pools");
      spec.pools().forEach(pool -> pool(pools.addObject(), spec, pool));
    }
    return nodes;
  }

  private static void pool(ObjectNode json, ClusterSpec spec, NodePool pool) {
    json.put("name", pool.name()).put("count", pool.count());
    options(json, pool.options());
    ports(json, portsOf(spec, pool.name()));
  }

  private static List<PortMapping> portsOf(ClusterSpec spec, String pool) {
    return spec.ports().stream().filter(port -> port.pool().equals(Optional.of(pool))).toList();
  }

  private static void options(ObjectNode json, NodeOptions options) {
    if (!options.labels().isEmpty()) {
      options.labels().forEach(json.putObject("labels")::put);
    }
    texts(json, "taints", options.taints().stream().map(Taint::toString).toList());
    limits(json, options.cpus().orElse(0.0), options.memory().orElse(new Bytes(0)));
    mounts(json, options.mounts());
  }

  private static void texts(ObjectNode json, String field, Collection<String> texts) {
    if (!texts.isEmpty()) {
      texts.forEach(json.putArray(field)::add);
    }
  }

  private static void limits(ObjectNode json, double cpus, Bytes memory) {
    if (cpus > 0 && cpus == Math.rint(cpus)) {
      json.put("cpus", Math.round(cpus));
    } else if (cpus > 0) {
      json.put("cpus", cpus);
    }
    if (memory.value() > 0) {
      json.put("memory", text(memory));
    }
  }

  /** In the greatest unit that says it exactly. */
  private static String text(Bytes memory) {
    if (memory.value() % (1L << 30) == 0) {
      return (memory.value() >> 30) + "g";
    }
    return memory.value() % (1L << 20) == 0
        ? memory.mebibytes() + "m"
        : String.valueOf(memory.value());
  }

  private static void mounts(ObjectNode json, List<HostMount> mounts) {
    if (mounts.isEmpty()) {
      return;
    }
    ArrayNode array = json.putArray("mounts");
    for (HostMount mount : mounts) {
      ObjectNode one = array.addObject().put("host", mount.host()).put("node", mount.node());
      if (mount.readOnly()) {
        one.put("readOnly", true);
      }
    }
  }

  private static ObjectNode network(ClusterSpec spec) {
    ObjectNode network = JSON.objectNode();
    if (spec.apiPort() != 0) {
      network.put("apiPort", spec.apiPort());
    }
    if (spec.cni() != ClusterSpec.Cni.DEFAULT) {
      network.put("cni", spec.cni().word());
    }
    ports(network, spec.ports().stream().filter(port -> port.pool().isEmpty()).toList());
    put(network, "proxy", proxy(spec.environment()));
    return network;
  }

  /** Field by field: YAML 1.1 reads the text 22:22 as a number to the base of sixty. */
  private static void ports(ObjectNode json, List<PortMapping> ports) {
    if (ports.isEmpty()) {
      return;
    }
    ArrayNode array = json.putArray("ports");
    for (PortMapping port : ports) {
      ObjectNode one = array.addObject().put("host", port.hostPort()).put("node", port.nodePort());
      if (port.protocol() == PortMapping.Protocol.UDP) {
        one.put("protocol", "udp");
      }
    }
  }

  private static ObjectNode proxy(NodeEnvironment environment) {
    ObjectNode json = JSON.objectNode();
    ProxySettings proxy = environment.proxy();
    Map<String, String> values =
        Map.of("http", proxy.http(), "https", proxy.https(), "noProxy", proxy.none());
    for (String field : List.of("http", "https", "noProxy")) {
      String value = values.getOrDefault(field, "");
      if (!value.isEmpty()) {
        json.put(field, value);
      }
    }
    return json;
  }

  private static ObjectNode settings(ClusterSpec spec) {
    ObjectNode settings = JSON.objectNode();
    for (String component : ClusterSpec.components()) {
      Map<String, String> flags = spec.settingsOf(component);
      if (!flags.isEmpty()) {
        flags.forEach(settings.putObject(component)::put);
      }
    }
    return settings;
  }

  private static ObjectNode certificates(ClusterSpec spec) {
    ObjectNode certificates = JSON.objectNode();
    if (!spec.certExpiration().equals(ClusterSpec.DEFAULT_CERT_EXPIRATION)) {
      certificates.put("expiration", DurationText.of(spec.certExpiration()));
    }
    spec.environment()
        .caBundle()
        .map(CaBundle::file)
        .ifPresent(path -> certificates.put("caBundle", path));
    return certificates;
  }

  private static ObjectNode registries(RegistrySettings settings) {
    ObjectNode registries = JSON.objectNode();
    if (!settings.mirrors().isEmpty()) {
      ObjectNode mirrors = registries.putObject("mirrors");
      settings.mirrors().forEach((registry, urls) -> texts(mirrors, registry, urls));
    }
    texts(registries, "insecure", settings.insecure());
    return registries;
  }
}
