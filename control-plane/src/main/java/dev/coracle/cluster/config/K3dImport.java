package dev.coracle.cluster.config;

import static dev.coracle.cluster.config.ForeignFile.block;
import static dev.coracle.cluster.config.ForeignFile.blocks;
import static dev.coracle.cluster.config.ForeignFile.text;

import dev.coracle.cluster.HostMount;
import dev.coracle.cluster.config.YamlValue.Block;
import dev.coracle.cluster.config.YamlValue.Entry;
import dev.coracle.cluster.config.YamlValue.Text;
import java.util.Optional;

/** Turns a file of k3d, v1alpha5, into a spec. */
final class K3dImport {

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
    K3dPorts ports = new K3dPorts(file);
    blocks(root, "ports").forEach(ports::read);
    readRegistries(block(root, "registries"));
    new K3dOptions(file).read(block(root, "options"));
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
    file.onNodes(place, "volumes[]", nodes, options -> options.withMount(mount));
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
}
