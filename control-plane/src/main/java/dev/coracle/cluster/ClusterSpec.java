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
 * @param controlPlaneOptions what is asked of control planes in particular
 * @param pools the workers, by kind
 * @param cpus limit of each node in cores, unless its pool has its own; empty: none
 * @param memory limit of each node, unless its pool has its own; empty: none
 * @param ports ports of the host that lead to the nodes
 * @param apiPort port of the API on 127.0.0.1; 0 lets the engine choose once
 * @param cni who provides the pod network
 * @param defaultStorage whether a default StorageClass is installed
 * @param settings flags of components, {@code apiserver.v=2} as key {@code apiserver.v}
 * @param featureGates Kubernetes feature gates for every component
 * @param certExpiration how long issued leaf certificates are valid
 * @param environment what nodes take from the machine and the network around it
 * @param bare whether nodes come with a container runtime and nothing else, for the user's kubeadm
 * @param autoPause how long nobody has used the cluster when it pauses by itself; zero: it never
 *     does
 */
public record ClusterSpec(
    KubernetesVersion kubernetesVersion,
    int controlPlanes,
    NodeOptions controlPlaneOptions,
    List<NodePool> pools,
    Optional<Double> cpus,
    Optional<Bytes> memory,
    List<PortMapping> ports,
    int apiPort,
    Cni cni,
    boolean defaultStorage,
    SortedMap<String, String> settings,
    SortedMap<String, Boolean> featureGates,
    Duration certExpiration,
    NodeEnvironment environment,
    boolean bare,
    Duration autoPause) {

  /** Leaf certificates live one year unless asked otherwise, as kubeadm's do. */
  public static final Duration DEFAULT_CERT_EXPIRATION = Duration.ofDays(365);

  /** Who provides the pod network. */
  public enum Cni {
    /** Coracle's static routes. */
    DEFAULT,
    /** The user installs one. */
    NONE;

    /** The word in options and files. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * @throws ClusterException with {@link Problem.Code#INVALID_SPEC} when a value is out of range
   */
  public ClusterSpec {
    pools = pools.stream().filter(pool -> !pool.saysNothing()).toList();
    ports = List.copyOf(ports);
    settings = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    featureGates = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(featureGates));
    SpecRules.checkControlPlanes(controlPlanes);
    SpecRules.checkPools(pools);
    SpecRules.checkLimits(cpus, memory);
    SpecRules.checkPorts(apiPort, ports);
    SpecRules.checkCertExpiration(certExpiration);
    SpecRules.checkAutoPause(autoPause);
    settings.keySet().forEach(SpecRules::checkSetting);
    if (bare) {
      BareRules.checkControlPlanes(controlPlanes);
      BareRules.checkComponents(settings, featureGates, defaultStorage);
      BareRules.checkCertExpiration(certExpiration);
      BareRules.checkMarks(controlPlaneOptions, pools);
      BareRules.checkAutoPause(autoPause);
    }
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

  /** The number of workers in all pools. */
  public int workers() {
    return pools.stream().mapToInt(NodePool::count).sum();
  }

  /** The pool of this name. */
  public Optional<NodePool> pool(String name) {
    return pools.stream().filter(pool -> pool.name().equals(name)).findFirst();
  }

  /** All that is asked of the nodes of a pool; of control planes when the name is empty. */
  public NodeOptions optionsOf(String pool) {
    NodeOptions own =
        pool.isEmpty()
            ? controlPlaneOptions
            : pool(pool).map(NodePool::options).orElse(NodeOptions.NONE);
    return own.over(cpus, memory, environment.mounts());
  }

  /** The components whose flags can be set, in the order of files. */
  public static List<String> components() {
    return SpecRules.COMPONENTS;
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
