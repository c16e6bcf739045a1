package dev.coracle.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is asked of a cluster. A spec that exists can be created; what is observed is a {@link
 * ClusterStatus}.
 *
 * @param kubernetesVersion the release that every node runs
 * @param controlPlanes number of control planes: 1, 3 or 5
 * @param workers number of workers, 0 or more
 * @param cpus limit of each node in cores; empty: none
 * @param memory limit of each node; empty: none
 * @param ports ports of the host that lead to the nodes
 * @param apiPort port of the API on 127.0.0.1; 0 lets the engine choose once
 * @param cni who provides the pod network
 * @param defaultStorage whether a default StorageClass is installed
 * @param settings flags of components, {@code apiserver.v=2} as key {@code apiserver.v}
 * @param featureGates Kubernetes feature gates for every component
 * @param certExpiration how long issued leaf certificates are valid
 */
public record ClusterSpec(
    KubernetesVersion kubernetesVersion,
    int controlPlanes,
    int workers,
    Optional<Double> cpus,
    Optional<Bytes> memory,
    List<PortMapping> ports,
    int apiPort,
    Cni cni,
    boolean defaultStorage,
    SortedMap<String, String> settings,
    SortedMap<String, Boolean> featureGates,
    Duration certExpiration) {

  /** Leaf certificates live one year unless asked otherwise, as kubeadm's do. */
  public static final Duration DEFAULT_CERT_EXPIRATION = Duration.ofDays(365);

  /** Who provides the pod network. */
  public enum Cni {
    /** Coracle's static routes. */
    DEFAULT,
    /** The user installs one. */
    NONE
  }

  /**
   * @throws ClusterException with {@link Problem.Code#INVALID_SPEC} when a value is out of range
   */
  public ClusterSpec {
    ports = List.copyOf(ports);
    settings = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    featureGates = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(featureGates));
    SpecRules.check(controlPlanes, workers, cpus, memory, apiPort, settings, certExpiration);
  }

  /** A cluster of one node with every default. */
  public static ClusterSpec ofVersion(KubernetesVersion version) {
    return builder(version).build();
  }

  /** A builder with every default, for this version. */
  public static ClusterSpecBuilder builder(KubernetesVersion version) {
    return new ClusterSpecBuilder(version);
  }

  /** A builder that begins with this spec. */
  public ClusterSpecBuilder toBuilder() {
    return new ClusterSpecBuilder(this);
  }

  /** The flags for one component, for instance {@code apiserver}, without its prefix. */
  public Map<String, String> settingsOf(String component) {
    Map<String, String> found = new TreeMap<>();
    settings.forEach(
        (key, value) -> {
          if (key.startsWith(component + ".")) {
            found.put(key.substring(component.length() + 1), value);
          }
        });
    return found;
  }
}
