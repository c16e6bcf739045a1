package dev.coracle.cluster.config;

import static dev.coracle.cluster.config.ForeignFile.block;

import dev.coracle.cluster.NodeOptions;
import dev.coracle.cluster.config.YamlValue.Block;
import dev.coracle.cluster.config.YamlValue.Entry;
import dev.coracle.cluster.config.YamlValue.Items;
import dev.coracle.cluster.config.YamlValue.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A patch of kubeadm's configuration inside another tool's file: flags of components become
 * settings, and kubelet's {@code node-labels} become labels.
 */
final class KubeadmPatch {

  private static final String FIELD = "kubeadmConfigPatches";
  private static final Map<String, String> COMPONENTS =
      Map.of(
          "apiServer", "apiserver",
          "controllerManager", "controller-manager",
          "scheduler", "scheduler");

  private final ForeignFile file;
  private final Text patch;
  private boolean understood;

  KubeadmPatch(ForeignFile file, Text patch) {
    this.file = file;
    this.patch = patch;
  }

  /** Of the whole cluster. */
  void read() {
    NodeOptions labelled = read(NodeOptions.NONE);
    if (!labelled.labels().isEmpty()) {
      file.note(patch.place(), FIELD, "has labels for every node; give them to pools.");
    }
  }

  /** Of one node: what is asked of it, with the labels of the patch. */
  NodeOptions read(NodeOptions options) {
    FileReport ignored = new FileReport(FIELD);
    Optional<YamlValue> document = YamlReading.read(patch.value(), ignored);
    NodeOptions labelled = options;
    if (document.orElse(null) instanceof Block root) {
      COMPONENTS.forEach(
          (key, component) -> flags(block(root, key)).forEach((k, v) -> set(component, k, v)));
      flags(block(block(root, "etcd"), "local")).forEach((k, v) -> set("etcd", k, v));
      for (var flag : kubelet(root).entrySet()) {
        labelled = kubelet(labelled, flag.getKey(), flag.getValue());
      }
    }
    if (!understood) {
      file.leaveOut(patch.place(), FIELD);
    }
    return labelled;
  }

  private void set(String component, String flag, String value) {
    understood = true;
    file.setting(patch.place(), component + "." + flag, value);
  }

  private static Map<String, String> kubelet(Block root) {
    return entries(block(root, "nodeRegistration"), "kubeletExtraArgs");
  }

  private NodeOptions kubelet(NodeOptions options, String flag, String value) {
    understood = true;
    if (!flag.equals("node-labels")) {
      file.setting(patch.place(), "kubelet." + flag, value);
      return options;
    }
    NodeOptions labelled = options;
    for (String label : value.split(",", -1)) {
      String[] pair = label.split("=", 2);
      NodeOptions before = labelled;
      labelled =
          file.attempt(
                  patch.place(),
                  FIELD,
                  () -> before.withLabel(pair[0].strip(), pair.length > 1 ? pair[1].strip() : ""))
              .orElse(before);
    }
    return labelled;
  }

  private static Map<String, String> flags(Block component) {
    return entries(component, "extraArgs");
  }

  /** Flags are a map in kubeadm's v1beta3 and a list in v1beta4. */
  private static Map<String, String> entries(Block block, String key) {
    Map<String, String> flags = new LinkedHashMap<>();
    switch (block.find(key).orElse(null)) {
      case Block map -> map.entries().forEach(entry -> put(flags, entry));
      case Items list -> list.values().forEach(value -> put(flags, value));
      case null, default -> {}
    }
    return flags;
  }

  private static void put(Map<String, String> flags, Entry entry) {
    if (entry.value() instanceof Text text) {
      flags.put(entry.key(), text.value());
    }
  }

  private static void put(Map<String, String> flags, YamlValue value) {
    if (value instanceof Block flag) {
      ForeignFile.text(flag, "name")
          .ifPresent(
              name ->
                  flags.put(
                      name.value(), ForeignFile.text(flag, "value").map(Text::value).orElse("")));
    }
  }
}
