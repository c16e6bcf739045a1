package dev.coracle.cluster.config;

import dev.coracle.cluster.AutoPauseText;
import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.CaBundle;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterSpecBuilder;
import dev.coracle.cluster.DurationText;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.NodeRole;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.ProxySettings;
import dev.coracle.cluster.config.YamlValue.Block;
import dev.coracle.cluster.config.YamlValue.Items;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a cluster file. Each field is tried on a spec at once, so that the rules of specs are the
 * file's rules and a wrong value is reported where it stands.
 */
final class ClusterFileReader {

  private final String file;
  private final Path folder;
  private final FileReport report;
  private final SpecDraft draft = new SpecDraft();
  private @Nullable ClusterName name;

  ClusterFileReader(String file, Path folder) {
    this.file = file;
    this.folder = folder;
    this.report = new FileReport(file);
  }

  ClusterFile read(String text) {
    Optional<YamlValue> document = YamlReading.read(text, report);
    if (document.orElse(null) instanceof Block block) {
      Fields fields = new Fields(block, "", report);
      readCluster(fields);
      fields.finish();
    } else if (report.isEmpty()) {
      report.add(
          document.map(YamlValue::place).orElse(Place.START),
          "",
          "This is no cluster file.",
          "Begin with \"apiVersion: %s\".".formatted(ClusterFile.API_VERSION));
    }
    report.finish();
    return new ClusterFile(file, Optional.ofNullable(name), draft.changes(), report.places());
  }

  private void readCluster(Fields fields) {
    fields.requiredText("apiVersion", value -> expect(value, ClusterFile.API_VERSION));
    fields.requiredText("kind", value -> expect(value, ClusterFile.KIND));
    fields.text("name", value -> name = new ClusterName(value));
    fields.text(
        "kubernetesVersion",
        value ->
            draft.build(KubernetesVersion.parse(value), ClusterSpecBuilder::kubernetesVersion));
    fields.block("nodes", this::readNodes);
    fields.text(
        "autoPause",
        value -> draft.build(AutoPauseText.parse(value), ClusterSpecBuilder::autoPause));
    fields.block("network", this::readNetwork);
    fields.block(
        "storage",
        storage ->
            storage.text(
                "defaultClass",
                value -> draft.build(Values.truth(value), ClusterSpecBuilder::defaultStorage)));
    fields.block("settings", this::readSettings);
    fields.entries("featureGates", draft::addGate);
    fields.block("certificates", this::readCertificates);
    fields.block("registries", this::readRegistries);
  }

  private static void expect(String value, String expected) {
    if (!value.equals(expected)) {
      throw Values.invalid(
          "\"%s\" is not what this Coracle reads.".formatted(value),
          "Write %s; `coracle config import` turns files of kind and k3d into it."
              .formatted(expected));
    }
  }

  private void readNodes(Fields nodes) {
    nodes.text("bare", value -> draft.build(Values.truth(value), ClusterSpecBuilder::bare));
    nodes.text("cpus", value -> draft.build(Values.cpus(value), ClusterSpecBuilder::cpus));
    nodes.text("memory", value -> draft.build(Bytes.parse(value), ClusterSpecBuilder::memory));
    nodes.items("mounts", value -> MountReading.read(nodes, value, folder, draft::addMount));
    nodes.block("controlPlanes", this::readControlPlanes);
    nodes.items(
        "pools",
        value ->
            PoolReading.read(
                nodes,
                value,
                folder,
                pool -> draft.change(spec -> Values.withPool(spec, pool)),
                this::addPort));
  }

  private void readControlPlanes(Fields fields) {
    fields.text(
        "count", value -> draft.build(Values.number(value), ClusterSpecBuilder::controlPlanes));
    OptionsReading options = new OptionsReading(fields, folder);
    draft.build(options.read(), ClusterSpecBuilder::controlPlaneOptions);
    PortReading.readAll(fields, NodeRole.CONTROL_PLANE.label(), this::addPort);
  }

  private void readNetwork(Fields network) {
    network.text(
        "apiPort", value -> draft.build(Values.number(value), ClusterSpecBuilder::apiPort));
    network.text("cni", value -> draft.build(Values.cni(value), ClusterSpecBuilder::cni));
    PortReading.readAll(network, this::addPort);
    network.block("proxy", this::readProxy);
  }

  private void addPort(Place place, PortMapping port) {
    report.found("network.ports[%d]".formatted(port.hostPort()), place);
    draft.change(
        spec ->
            spec.toBuilder()
                .ports(Stream.concat(spec.ports().stream(), Stream.of(port)).toList())
                .build());
  }

  private void readProxy(Fields fields) {
    TreeMap<String, String> values = new TreeMap<>();
    for (String field : List.of("http", "https", "noProxy")) {
      fields.text(field, value -> values.put(field, value));
    }
    ProxySettings proxy =
        new ProxySettings(
            values.getOrDefault("http", ""),
            values.getOrDefault("https", ""),
            values.getOrDefault("noProxy", ""));
    draft.environment(environment -> environment.with(proxy));
  }

  private void readSettings(Fields fields) {
    for (String component : ClusterSpec.components()) {
      fields.entries(component, (flag, value) -> draft.addSetting(component + "." + flag, value));
    }
  }

  private void readCertificates(Fields fields) {
    fields.text(
        "expiration",
        value -> draft.build(DurationText.parse(value), ClusterSpecBuilder::certExpiration));
    fields.text(
        "caBundle",
        value -> {
          CaBundle bundle = CaBundle.of(folder.resolve(value));
          draft.environment(environment -> environment.with(Optional.of(bundle)));
        });
  }

  private void readRegistries(Fields fields) {
    fields.values("mirrors", (registry, value) -> readMirrors(fields, registry, value));
    fields.texts("insecure", value -> draft.registries(it -> it.withInsecure(value)));
  }

  private void readMirrors(Fields fields, String registry, YamlValue value) {
    String field = fields.key("mirrors", registry);
    List<YamlValue> addresses = value instanceof Items items ? items.values() : List.of(value);
    addresses.forEach(
        address ->
            fields.text(
                address, field, text -> draft.registries(it -> it.withMirror(registry, text))));
  }
}
