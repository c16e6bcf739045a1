package dev.coracle.cluster.config;

import dev.coracle.cluster.AutoPauseText;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.NodeOptions;
import dev.coracle.cluster.NodePool;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.config.SpecChange.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Tells what it takes to turn an existing cluster into the one that is wanted. Whatever a spec can
 * say is compared, so that nothing that is asked is passed over.
 */
public final class SpecDiff {

  private final ClusterSpec present;
  private final ClusterSpec wanted;
  private final List<SpecChange> changes = new ArrayList<>();

  private SpecDiff(ClusterSpec present, ClusterSpec wanted) {
    this.present = present;
    this.wanted = wanted;
  }

  /** Every change, in the order in which a cluster file says them. */
  public static List<SpecChange> between(ClusterSpec present, ClusterSpec wanted) {
    SpecDiff diff = new SpecDiff(present, settled(present, wanted));
    diff.compareAll();
    return List.copyOf(diff.changes);
  }

  /**
   * The wanted spec in which each port that may be any port of the host is the one that leads there
   * already.
   */
  public static ClusterSpec settled(ClusterSpec present, ClusterSpec wanted) {
    List<PortMapping> left = new ArrayList<>(present.ports());
    left.removeAll(wanted.ports());
    List<PortMapping> ports = new ArrayList<>();
    for (PortMapping port : wanted.ports()) {
      PortMapping chosen = port.hostPort() == 0 ? same(left, port) : port;
      left.remove(chosen);
      ports.add(chosen);
    }
    return wanted.toBuilder().ports(ports).build();
  }

  private static PortMapping same(List<PortMapping> present, PortMapping port) {
    return present.stream()
        .filter(it -> it.nodePort() == port.nodePort() && it.protocol() == port.protocol())
        .findFirst()
        .orElse(port);
  }

  private void compareAll() {
    compareVersion();
    compareNodes();
    compare(
        Kind.AUTO_PAUSE,
        "autoPause",
        "--auto-pause",
        AutoPauseText.of(present.autoPause()),
        AutoPauseText.of(wanted.autoPause()));
    fixed("network.apiPort", "--api-port", ClusterSpec::apiPort);
    fixed("network.cni", "--cni", spec -> spec.cni().word());
    comparePorts();
    compare(
        Kind.SURROUNDINGS,
        "network.proxy",
        "--proxy",
        present.environment().proxy(),
        wanted.environment().proxy());
    fixed("storage.defaultClass", "--no-default-storage", ClusterSpec::defaultStorage);
    entries(Kind.FIXED, "settings", "--set", present.settings(), wanted.settings());
    entries(
        Kind.FIXED,
        "featureGates",
        "--feature-gates",
        present.featureGates(),
        wanted.featureGates());
    fixed("certificates.expiration", "--cert-expiration", ClusterSpec::certExpiration);
    compare(
        Kind.SURROUNDINGS, "certificates.caBundle", "--ca-bundle", bundle(present), bundle(wanted));
    compareRegistries();
  }

  private void compareVersion() {
    compare(
        present.kubernetesVersion().canBecome(wanted.kubernetesVersion())
            ? Kind.VERSION
            : Kind.FIXED,
        "kubernetesVersion",
        "--kubernetes-version",
        present.kubernetesVersion(),
        wanted.kubernetesVersion());
  }

  /** The same file with another content is another bundle. */
  private static String bundle(ClusterSpec spec) {
    return spec.environment()
        .caBundle()
        .map(it -> "%s (SHA-256 %.12s)".formatted(it.file(), it.digest()))
        .orElse(SpecChange.NONE);
  }

  private void fixed(String field, String option, Function<ClusterSpec, Object> value) {
    compare(Kind.FIXED, field, option, value.apply(present), value.apply(wanted));
  }

  private void compare(Kind kind, String field, String option, Object from, Object to) {
    if (!from.equals(to)) {
      changes.add(new SpecChange(kind, field, option, from.toString(), to.toString()));
    }
  }

  private void compareNodes() {
    fixed("nodes.bare", "--bare", ClusterSpec::bare);
    limits("nodes", present.cpus(), wanted.cpus(), present.memory(), wanted.memory());
    compare(
        Kind.FIXED,
        "nodes.mounts",
        "--mount",
        text(present.environment().mounts()),
        text(wanted.environment().mounts()));
    compare(
        Kind.NODES,
        "nodes.controlPlanes.count",
        "--control-planes",
        present.controlPlanes(),
        wanted.controlPlanes());
    compare(
        "nodes.controlPlanes",
        present.controlPlaneOptions(),
        wanted.controlPlaneOptions(),
        Kind.FIXED);
    poolNames().forEach(this::comparePool);
  }

  private Set<String> poolNames() {
    Set<String> names = new LinkedHashSet<>();
    present.pools().forEach(pool -> names.add(pool.name()));
    wanted.pools().forEach(pool -> names.add(pool.name()));
    return names;
  }

  private void comparePool(String name) {
    NodePool before = present.pool(name).orElse(new NodePool(name, 0, NodeOptions.NONE));
    NodePool after = wanted.pool(name).orElse(before.withCount(0));
    String field = "nodes.pools[%s]".formatted(name);
    compare(Kind.NODES, field + ".count", "--nodes", before.count(), after.count());
    // A folder can only be mounted into a container that is being made.
    boolean someStay = Math.min(before.count(), after.count()) > 0;
    compare(field, before.options(), after.options(), someStay ? Kind.FIXED : Kind.LATER_NODES);
  }

  private void compare(String field, NodeOptions before, NodeOptions after, Kind mounts) {
    entries(Kind.MARKS, field + ".labels", "labels", before.labels(), after.labels());
    compare(Kind.MARKS, field + ".taints", "taints", text(before.taints()), text(after.taints()));
    limits(field, before.cpus(), after.cpus(), before.memory(), after.memory());
    compare(mounts, field + ".mounts", "--mount", text(before.mounts()), text(after.mounts()));
  }

  private void limits(
      String field,
      Optional<?> cpus,
      Optional<?> otherCpus,
      Optional<?> memory,
      Optional<?> otherMemory) {
    compare(Kind.LIMITS, field + ".cpus", "--cpus", shown(cpus), shown(otherCpus));
    compare(Kind.LIMITS, field + ".memory", "--memory", shown(memory), shown(otherMemory));
  }

  private static String shown(Optional<?> value) {
    return value.map(Object::toString).orElse(SpecChange.NONE);
  }

  private static String text(List<?> values) {
    return values.isEmpty()
        ? SpecChange.NONE
        : String.join(", ", values.stream().map(Object::toString).toList());
  }

  private void entries(
      Kind kind, String field, String option, Map<String, ?> before, Map<String, ?> after) {
    Set<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (String key : keys) {
      compare(
          kind,
          "%s[%s]".formatted(field, key),
          option,
          Objects.requireNonNullElse(before.get(key), SpecChange.NONE),
          Objects.requireNonNullElse(after.get(key), SpecChange.NONE));
    }
  }

  private void comparePorts() {
    present.ports().stream()
        .filter(port -> !wanted.ports().contains(port))
        .forEach(port -> port(port, port.toString(), SpecChange.NONE));
    wanted.ports().stream()
        .filter(port -> !present.ports().contains(port))
        .forEach(port -> port(port, SpecChange.NONE, port.toString()));
  }

  private void port(PortMapping port, String from, String to) {
    String field = "network.ports[%d]".formatted(port.hostPort());
    changes.add(new SpecChange(Kind.PORTS, field, "--port", from, to));
  }

  private void compareRegistries() {
    entries(
        Kind.SURROUNDINGS,
        "registries.mirrors",
        "--registry-mirror",
        present.environment().registries().mirrors(),
        wanted.environment().registries().mirrors());
    compare(
        Kind.SURROUNDINGS,
        "registries.insecure",
        "--insecure-registry",
        text(List.copyOf(present.environment().registries().insecure())),
        text(List.copyOf(wanted.environment().registries().insecure())));
  }
}
