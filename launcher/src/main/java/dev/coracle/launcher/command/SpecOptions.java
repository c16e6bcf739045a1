package dev.coracle.launcher.command;

import dev.coracle.launcher.config.SpecChanges;
import dev.coracle.launcher.config.SpecOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that shape a cluster. What is not given stays as it is. */
final class SpecOptions {

  private final Map<SpecOption, List<String>> values = new EnumMap<>(SpecOption.class);

  @Option(
      names = "--kubernetes-version",
      paramLabel = "VERSION",
      description = "The release to run; `coracle version` lists the known ones.")
  void kubernetesVersion(String value) {
    one(SpecOption.KUBERNETES_VERSION, value);
  }

  @Option(names = "--nodes", paramLabel = "N", description = "Nodes, control planes counted in.")
  void nodes(String value) {
    one(SpecOption.NODES, value);
  }

  @Option(names = "--control-planes", paramLabel = "N", description = "Control planes: 1, 3 or 5.")
  void controlPlanes(String value) {
    one(SpecOption.CONTROL_PLANES, value);
  }

  @Option(
      names = "--bare",
      description = "Nodes with a container runtime and nothing else: kubeadm is yours to run.")
  void bare(boolean value) {
    one(SpecOption.BARE, value ? "true" : null);
  }

  @Option(names = "--cpus", paramLabel = "N", description = "Limit of each node, in cores.")
  void cpus(String value) {
    one(SpecOption.CPUS, value);
  }

  @Option(names = "--memory", paramLabel = "SIZE", description = "Limit of each node, as in 4g.")
  void memory(String value) {
    one(SpecOption.MEMORY, value);
  }

  @Option(
      names = "--auto-pause",
      paramLabel = "DURATION",
      description = "Pause when nobody was connected for so long, as in 10m; off: never.")
  void autoPause(String value) {
    one(SpecOption.AUTO_PAUSE, value);
  }

  @Option(
      names = {"-p", "--port"},
      paramLabel = "HOST:NODE[/udp][@POOL]",
      description =
          "A port of this machine that leads to the nodes, or to those of one pool; may be"
              + " repeated.")
  void ports(List<String> ports) {
    many(SpecOption.PORT, ports);
  }

  @Option(
      names = "--api-port",
      paramLabel = "PORT",
      description = "The port of the API on 127.0.0.1 (default: a free one, kept).")
  void apiPort(String value) {
    one(SpecOption.API_PORT, value);
  }

  @Option(
      names = "--cni",
      paramLabel = "NAME",
      description = "The pod network: default, or none to install your own.")
  void cni(String value) {
    one(SpecOption.CNI, value);
  }

  @Option(names = "--no-default-storage", description = "Install no default StorageClass.")
  void noDefaultStorage(boolean value) {
    one(SpecOption.DEFAULT_STORAGE, String.valueOf(!value));
  }

  @Option(
      names = "--set",
      paramLabel = "COMPONENT.FLAG=VALUE",
      description = "A component's flag, as in apiserver.v=2; may be repeated.")
  void settings(List<String> settings) {
    many(SpecOption.SET, settings);
  }

  @Option(
      names = "--feature-gates",
      paramLabel = "A=true,B=false",
      description = "Kubernetes feature gates for every component.")
  void featureGates(String value) {
    one(SpecOption.FEATURE_GATES, value);
  }

  @Option(
      names = "--cert-expiration",
      paramLabel = "DURATION",
      description = "How long issued certificates are valid (default: 8760h).")
  void certExpiration(String value) {
    one(SpecOption.CERT_EXPIRATION, value);
  }

  @Option(
      names = "--mount",
      paramLabel = "HOST:NODE[:ro]",
      description = "A folder of this machine that nodes see there; may be repeated.")
  void mounts(List<String> mounts) {
    many(SpecOption.MOUNT, mounts);
  }

  @Option(
      names = "--registry-mirror",
      paramLabel = "REGISTRY=URL",
      description = "Where images of a registry (* for all) are asked for first; repeatable.")
  void mirrors(List<String> mirrors) {
    many(SpecOption.REGISTRY_MIRROR, mirrors);
  }

  @Option(
      names = "--insecure-registry",
      paramLabel = "HOST[:PORT]",
      description = "A registry without a certificate that can be verified; may be repeated.")
  void insecure(List<String> registries) {
    many(SpecOption.INSECURE_REGISTRY, registries);
  }

  @Option(
      names = "--ca-bundle",
      paramLabel = "FILE",
      description =
          "Certificate authorities (PEM) that nodes, for pulls of images, and pods trust too; or none.")
  void caBundle(String file) {
    one(SpecOption.CA_BUNDLE, file);
  }

  @Option(
      names = "--proxy",
      paramLabel = "URL",
      description = "The way of nodes to the outside (new clusters: your environment's), or none.")
  void proxy(String url) {
    one(SpecOption.PROXY, url);
  }

  private void one(SpecOption option, @Nullable String value) {
    many(option, value == null ? null : List.of(value));
  }

  /** picocli resets every option to null before it parses. */
  private void many(SpecOption option, @Nullable List<String> given) {
    if (given == null) {
      values.remove(option);
    } else {
      values.put(option, given);
    }
  }

  /** What was asked. */
  SpecChanges asked() {
    return new SpecChanges(values);
  }

  /** Whether the user keeps defaults for new clusters. */
  boolean hasDefaults(Session session) {
    return !session.config().changes().values().isEmpty();
  }

  /** What was asked; the user's defaults fill what was not. */
  SpecChanges withDefaults(Session session) {
    return asked().orElse(session.config().changes());
  }
}
