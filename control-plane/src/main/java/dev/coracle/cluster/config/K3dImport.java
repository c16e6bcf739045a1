package dev.coracle.cluster.config;

import static dev.coracle.cluster.config.ForeignFile.block;
import static dev.coracle.cluster.config.ForeignFile.blocks;
import static dev.coracle.cluster.config.ForeignFile.text;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.HostMount;
import dev.coracle.cluster.NodeOptions;
import dev.coracle.cluster.NodePool;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.PortMapping.Protocol;
import dev.coracle.cluster.config.YamlValue.Block;
import dev.coracle.cluster.config.YamlValue.Entry;
import dev.coracle.cluster.config.YamlValue.Text;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns a file of k3d, v1alpha5, into a spec. */
final class K3dImport {

  /** As in {@code 0.0.0.0:8080:80/tcp}, where the address and the protocol may be missing. */
  private static final Pattern PORT =
      Pattern.compile(
          "(?:(?<address>[^:]+):)?(?<host>\\d+)(?:-(?<hostEnd>\\d+))?"
              + ":(?<node>\\d+)(?:-(?<nodeEnd>\\d+))?(?:/(?<protocol>tcp|udp))?");

  private static final Pattern ARGUMENT =
      Pattern.compile(
          "--(?:(?<component>kube-apiserver|kube-controller-manager|kube-scheduler"
              + "|kubelet|kube-proxy|etcd)-arg)=(?<flag>[^=]+)=(?<value>.*)");

  private final ForeignFile file;

  K3dImport(ForeignFile file) {
    this.file = file;
  }

  void read(Block root) {
    text(block(root, "metadata"), "name").ifPresent(file::name);
    text(root, "image").ifPresent(file::image);
    readCounts(root);
    readApi(block(root, "kubeAPI"));
    blocks(root, "volumes").forEach(this::readVolume);
    blocks(root, "ports").forEach(this::readPort);
    readRegistries(block(root, "registries"));
    readOptions(block(root, "options"));
    file.leaveOutOthers(
        root,
        "",
        "apiVersion",
        "kind",
        "metadata",
        "image",
        "servers",
        "agents",
        "kubeAPI",
        "volumes",
        "ports",
        "registries",
        "options");
  }

  private void readCounts(Block root) {
    text(root, "servers")
        .ifPresent(
            it ->
                file.change(
                    it.place(),
                    "servers",
                    spec -> spec.toBuilder().controlPlanes(Values.number(it.value())).build()));
    text(root, "agents")
        .ifPresent(
            it ->
                file.change(
                    it.place(),
                    "agents",
                    spec -> spec.toBuilder().workers(Values.number(it.value())).build()));
  }

  private void readApi(Block api) {
    text(api, "hostPort")
        .filter(it -> it.value().matches("\\d+"))
        .ifPresent(
            it ->
                file.change(
                    it.place(),
                    "kubeAPI.hostPort",
                    spec -> spec.toBuilder().apiPort(Values.number(it.value())).build()));
    text(api, "hostIP")
        .filter(it -> !it.value().equals("127.0.0.1"))
        .ifPresent(it -> file.note(it.place(), "kubeAPI.hostIP", "is left out: it is 127.0.0.1."));
    file.leaveOutOthers(api, "kubeAPI.", "hostPort", "hostIP");
  }

  private void readVolume(Block entry) {
    Optional<Text> volume = text(entry, "volume");
    volume.ifPresent(
        text -> {
          String plain = text.value().replaceAll(":(ro|rw|z|Z|shared|,)*$", "");
          boolean readOnly = text.value().matches(".*:[^/]*\\bro\\b.*");
          file.attempt(
                  text.place(),
                  "volumes[].volume",
                  () -> HostMount.parse(plain + (readOnly ? ":ro" : ""), file.folder()))
              .ifPresent(mount -> mount(text.place(), mount, K3dFilters.of(entry)));
        });
  }

  private void mount(Place place, HostMount mount, K3dFilters nodes) {
    onNodes(place, "volumes[]", nodes, options -> options.withMount(mount));
  }

  /** Changes what is asked of the nodes that are meant, as far as there are such. */
  private void onNodes(
      Place place, String field, K3dFilters nodes, UnaryOperator<NodeOptions> change) {
    if (nodes.single()) {
      file.note(place, field, "is for some nodes of a role; it is for all of them here.");
    }
    if (nodes.servers()) {
      file.change(
          place,
          field,
          spec ->
              spec.toBuilder()
                  .controlPlaneOptions(change.apply(spec.controlPlaneOptions()))
                  .build());
    }
    if (nodes.agents()) {
      file.change(place, field, spec -> withWorkers(spec, change));
    }
  }

  private static ClusterSpec withWorkers(ClusterSpec spec, UnaryOperator<NodeOptions> change) {
    return spec.pool(NodePool.DEFAULT)
        .map(pool -> spec.toBuilder().pool(pool.with(change.apply(pool.options()))).build())
        .orElse(spec);
  }

  private void readPort(Block entry) {
    text(entry, "port")
        .ifPresent(
            text -> {
              Matcher port = PORT.matcher(text.value());
              if (port.matches()) {
                publish(text.place(), port);
              } else {
                file.leaveOut(text.place(), "ports[].port");
              }
            });
  }

  private void publish(Place place, Matcher port) {
    if (port.group("address") != null && !port.group("address").equals("127.0.0.1")) {
      file.note(place, "ports[].port", "is published on 127.0.0.1 alone.");
    }
    int host = Integer.parseInt(port.group("host"));
    int node = Integer.parseInt(port.group("node"));
    int more = port.group("hostEnd") == null ? 0 : Integer.parseInt(port.group("hostEnd")) - host;
    Protocol protocol = "udp".equals(port.group("protocol")) ? Protocol.UDP : Protocol.TCP;
    for (int i = 0; i <= Math.min(more, 1000); i++) {
      int step = port.group("nodeEnd") == null ? 0 : i;
      int hostPort = host + i;
      file.attempt(place, "ports[].port", () -> new PortMapping(hostPort, node + step, protocol))
          .ifPresent(it -> file.port(place, "ports[].port", it));
    }
  }

  private void readRegistries(Block registries) {
    text(registries, "config")
        .ifPresent(
            config -> {
              FileReport ignored = new FileReport("registries.config");
              if (YamlReading.read(config.value(), ignored).orElse(null) instanceof Block block) {
                readConfig(config.place(), block);
              }
            });
    file.leaveOutOthers(registries, "registries.", "config");
  }

  private void readConfig(Place place, Block config) {
    for (Entry mirror : block(config, "mirrors").entries()) {
      if (mirror.value() instanceof Block block) {
        ForeignFile.texts(block, "endpoint")
            .forEach(address -> file.mirror(place, mirror.key(), address.value()));
      }
    }
    for (Entry registry : block(config, "configs").entries()) {
      if (registry.value() instanceof Block block) {
        Block tls = block(block, "tls");
        if (text(tls, "insecure_skip_verify").filter(it -> it.value().equals("true")).isPresent()) {
          file.insecure(place, registry.key());
        } else {
          file.leaveOut(place, "registries.config.configs." + registry.key());
        }
      }
    }
  }

  private void readOptions(Block options) {
    Block k3s = block(options, "k3s");
    blocks(k3s, "extraArgs").forEach(this::readArgument);
    blocks(k3s, "nodeLabels").forEach(this::readLabel);
    file.leaveOutOthers(k3s, "options.k3s.", "extraArgs", "nodeLabels");
    readRuntime(block(options, "runtime"));
    commandLine(options, "k3d", "wait", "--no-wait of `coracle start`");
    commandLine(options, "k3d", "timeout", "--timeout of `coracle start`");
    commandLine(options, "k3d", "disableRollback", "--keep-on-failure of `coracle start`");
    commandLine(options, "kubeconfig", "switchCurrentContext", "--keep-context of `coracle start`");
    file.leaveOutOthers(
        block(options, "k3d"), "options.k3d.", "wait", "timeout", "disableRollback");
    file.leaveOutOthers(
        block(options, "kubeconfig"), "options.kubeconfig.", "switchCurrentContext");
    file.leaveOutOthers(options, "options.", "k3s", "k3d", "kubeconfig", "runtime");
  }

  /** What is a matter of one run in Coracle, not of the cluster. */
  private void commandLine(Block options, String group, String field, String option) {
    text(block(options, group), field)
        .ifPresent(
            it ->
                file.note(
                    it.place(),
                    "options.%s.%s".formatted(group, field),
                    "is said on the command line: %s.".formatted(option)));
  }

  private void readArgument(Block entry) {
    text(entry, "arg")
        .ifPresent(
            text -> {
              Matcher argument = ARGUMENT.matcher(text.value());
              if (argument.matches()) {
                file.setting(
                    text.place(),
                    component(argument.group("component")) + "." + argument.group("flag"),
                    argument.group("value"));
              } else if (text.value().startsWith("--disable=")) {
                file.note(text.place(), text.value(), "is left out: a cluster begins without it.");
              } else {
                file.leaveOut(text.place(), text.value());
              }
            });
  }

  private static String component(String name) {
    return name.startsWith("kube-") ? name.substring("kube-".length()) : name;
  }

  private void readLabel(Block entry) {
    text(entry, "label")
        .ifPresent(
            text -> {
              String[] pair = text.value().split("=", 2);
              onNodes(
                  text.place(),
                  "options.k3s.nodeLabels[]",
                  K3dFilters.of(entry),
                  it -> it.withLabel(pair[0], pair.length > 1 ? pair[1] : ""));
            });
  }

  private void readRuntime(Block runtime) {
    text(runtime, "serversMemory").ifPresent(it -> memory(it, "serversMemory", true));
    text(runtime, "agentsMemory").ifPresent(it -> memory(it, "agentsMemory", false));
    file.leaveOutOthers(runtime, "options.runtime.", "serversMemory", "agentsMemory");
  }

  private void memory(Text value, String field, boolean servers) {
    onNodes(
        value.place(),
        "options.runtime." + field,
        new K3dFilters(servers, !servers, false, false),
        options -> options.withMemory(Bytes.parse(value.value())));
  }
}
