package dev.coracle.cluster.config;

import static dev.coracle.cluster.config.ForeignFile.block;
import static dev.coracle.cluster.config.ForeignFile.blocks;
import static dev.coracle.cluster.config.ForeignFile.text;
import static dev.coracle.cluster.config.ForeignFile.texts;

import dev.coracle.cluster.HostMount;
import dev.coracle.cluster.NodeOptions;
import dev.coracle.cluster.NodePool;
import dev.coracle.cluster.NodeRole;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.PortMapping.Protocol;
import dev.coracle.cluster.config.YamlValue.Block;
import dev.coracle.cluster.config.YamlValue.Entry;
import dev.coracle.cluster.config.YamlValue.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns a file of kind, v1alpha4, into a spec. */
final class KindImport {

  private static final Pattern MIRROR =
      Pattern.compile(
          "registry\\.mirrors\\.\"([^\"]+)\"\\]\\s*endpoint\\s*=\\s*\\[\\s*\"([^\"]+)\"");

  private final ForeignFile file;
  private final List<NodeOptions> controlPlanes = new ArrayList<>();
  private final Map<NodeOptions, Integer> workers = new LinkedHashMap<>();

  KindImport(ForeignFile file) {
    this.file = file;
  }

  void read(Block root) {
    text(root, "name").ifPresent(file::name);
    readNodes(root);
    new KindNetworking(file).read(block(root, "networking"));
    readGates(root);
    block(root, "runtimeConfig").entries().forEach(entry -> runtimeConfig(entry));
    texts(root, "kubeadmConfigPatches").forEach(patch -> new KubeadmPatch(file, patch).read());
    texts(root, "containerdConfigPatches").forEach(this::readContainerd);
    file.leaveOutOthers(
        root,
        "",
        "kind",
        "apiVersion",
        "name",
        "nodes",
        "networking",
        "featureGates",
        "runtimeConfig",
        "kubeadmConfigPatches",
        "containerdConfigPatches");
  }

  private void readNodes(Block root) {
    blocks(root, "nodes").forEach(this::readNode);
    if (controlPlanes.isEmpty()) {
      controlPlanes.add(NodeOptions.NONE);
    }
    Place place = root.find("nodes").map(YamlValue::place).orElse(root.place());
    if (controlPlanes.stream().distinct().count() > 1) {
      file.note(place, "nodes", "has control planes that differ; all are made like the first.");
    }
    file.change(
        place,
        "nodes",
        spec ->
            spec.toBuilder()
                .controlPlanes(controlPlanes.size())
                .controlPlaneOptions(controlPlanes.getFirst())
                .pools(pools())
                .build());
  }

  private List<NodePool> pools() {
    List<NodePool> pools = new ArrayList<>();
    workers.forEach(
        (options, count) -> pools.add(new NodePool(poolName(pools.size()), count, options)));
    return pools;
  }

  private void readNode(Block node) {
    NodeOptions options = NodeOptions.NONE;
    for (Entry label : block(node, "labels").entries()) {
      options = label(options, label);
    }
    for (Block mount : blocks(node, "extraMounts")) {
      options = mount(options, mount);
    }
    for (Text patch : texts(node, "kubeadmConfigPatches")) {
      options = new KubeadmPatch(file, patch).read(options);
    }
    text(node, "image").ifPresent(file::image);
    file.leaveOutOthers(
        node,
        "nodes[].",
        "role",
        "labels",
        "extraMounts",
        "extraPortMappings",
        "image",
        "kubeadmConfigPatches");
    String pool = take(node, options);
    blocks(node, "extraPortMappings").forEach(port -> readPort(port, pool));
  }

  /** Returns the pool that the node is then one of. */
  private String take(Block node, NodeOptions options) {
    if (text(node, "role").filter(role -> role.value().equals("worker")).isPresent()) {
      workers.merge(options, 1, Integer::sum);
      return poolName(List.copyOf(workers.keySet()).indexOf(options));
    }
    controlPlanes.add(options);
    return NodeRole.CONTROL_PLANE.label();
  }

  private static String poolName(int index) {
    return index == 0 ? NodePool.DEFAULT : "pool-" + (index + 1);
  }

  private NodeOptions label(NodeOptions options, Entry label) {
    return label.value() instanceof Text value
        ? file.attempt(
                label.place(),
                "nodes[].labels." + label.key(),
                () -> options.withLabel(label.key(), value.value()))
            .orElse(options)
        : options;
  }

  private NodeOptions mount(NodeOptions options, Block mount) {
    file.leaveOutOthers(mount, "nodes[].extraMounts[].", "hostPath", "containerPath", "readOnly");
    return file.attempt(
            mount.place(),
            "nodes[].extraMounts[]",
            () ->
                options.withMount(
                    HostMount.of(
                        required(mount, "hostPath"),
                        required(mount, "containerPath"),
                        text(mount, "readOnly").filter(it -> it.value().equals("true")).isPresent(),
                        file.folder())))
        .orElse(options);
  }

  private static String required(Block block, String key) {
    return text(block, key)
        .map(Text::value)
        .orElseThrow(() -> Values.invalid("\"%s\" is missing.".formatted(key), ""));
  }

  /** The engine chooses what kind chooses: a host port that is not said, or -1. */
  private void readPort(Block port, String pool) {
    String field = "nodes[].extraPortMappings[]";
    String protocol = text(port, "protocol").map(Text::value).orElse("TCP");
    if (protocol.equals("SCTP")) {
      file.leaveOut(port.place(), field + " (SCTP)");
      return;
    }
    text(port, "listenAddress")
        .filter(it -> !it.value().equals("127.0.0.1"))
        .ifPresent(it -> file.note(it.place(), field, "is published on 127.0.0.1 alone."));
    file.attempt(
            port.place(),
            field,
            () ->
                new PortMapping(
                    Math.max(0, number(text(port, "hostPort").map(Text::value).orElse("0"))),
                    number(required(port, "containerPort")),
                    protocol.equals("UDP") ? Protocol.UDP : Protocol.TCP,
                    Optional.of(pool)))
        .ifPresent(it -> file.port(port.place(), field, it));
  }

  private static int number(String text) {
    return text.startsWith("-") ? 0 : Values.number(text);
  }

  private void readGates(Block root) {
    TreeMap<String, Boolean> gates = new TreeMap<>();
    for (Entry gate : block(root, "featureGates").entries()) {
      if (gate.value() instanceof Text value) {
        gates.put(gate.key(), value.value().equals("true"));
      }
    }
    file.change(root.place(), "featureGates", spec -> spec.toBuilder().featureGates(gates).build());
  }

  private void runtimeConfig(Entry entry) {
    if (entry.value() instanceof Text value) {
      String before = file.spec().settings().getOrDefault("apiserver.runtime-config", "");
      String one = entry.key() + "=" + value.value();
      file.setting(
          entry.place(), "apiserver.runtime-config", before.isEmpty() ? one : before + "," + one);
    }
  }

  private void readContainerd(Text patch) {
    Matcher mirror = MIRROR.matcher(patch.value());
    boolean any = false;
    while (mirror.find()) {
      any = true;
      file.mirror(patch.place(), mirror.group(1), mirror.group(2));
    }
    if (!any) {
      file.leaveOut(patch.place(), "containerdConfigPatches");
    }
  }
}
