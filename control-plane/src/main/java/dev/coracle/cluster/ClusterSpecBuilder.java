package dev.coracle.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds a {@link ClusterSpec} from defaults or from another spec. */
public final class ClusterSpecBuilder {

  private KubernetesVersion kubernetesVersion;
  private int controlPlanes = 1;
  private NodeOptions controlPlaneOptions = NodeOptions.NONE;
  private List<NodePool> pools = List.of();
  private @Nullable Double cpus;
  private @Nullable Bytes memory;
  private List<PortMapping> ports = List.of();
  private int apiPort;
  private ClusterSpec.Cni cni = ClusterSpec.Cni.DEFAULT;
  private boolean defaultStorage = true;
  private SortedMap<String, String> settings = new TreeMap<>();
  private SortedMap<String, Boolean> featureGates = new TreeMap<>();
  private Duration certExpiration = ClusterSpec.DEFAULT_CERT_EXPIRATION;
  private NodeEnvironment environment = NodeEnvironment.NONE;
  private boolean bare;
  private Duration autoPause = Duration.ZERO;

  ClusterSpecBuilder(KubernetesVersion version) {
    this.kubernetesVersion = version;
  }

  ClusterSpecBuilder(ClusterSpec spec) {
    this.kubernetesVersion = spec.kubernetesVersion();
    this.controlPlanes = spec.controlPlanes();
    this.controlPlaneOptions = spec.controlPlaneOptions();
    this.pools = spec.pools();
    this.cpus = spec.cpus().orElse(null);
    this.memory = spec.memory().orElse(null);
    this.ports = spec.ports();
    this.apiPort = spec.apiPort();
    this.cni = spec.cni();
    this.defaultStorage = spec.defaultStorage();
    this.settings = spec.settings();
    this.featureGates = spec.featureGates();
    this.certExpiration = spec.certExpiration();
    this.environment = spec.environment();
    this.bare = spec.bare();
    this.autoPause = spec.autoPause();
  }

  public ClusterSpecBuilder kubernetesVersion(KubernetesVersion value) {
    kubernetesVersion = value;
    return this;
  }

  public ClusterSpecBuilder controlPlanes(int value) {
    controlPlanes = value;
    return this;
  }

  /** So many workers in all: those that no other pool has are the default pool's. */
  public ClusterSpecBuilder workers(int value) {
    int others =
        pools.stream()
            .filter(pool -> !pool.name().equals(NodePool.DEFAULT))
            .mapToInt(NodePool::count)
            .sum();
    SpecRules.checkAtLeast(others, value);
    NodePool own =
        pools.stream()
            .filter(pool -> pool.name().equals(NodePool.DEFAULT))
            .findFirst()
            .orElse(NodePool.of(0));
    return pool(own.withCount(value - others));
  }

  /** This pool, in place of the one of its name or after all others. */
  public ClusterSpecBuilder pool(NodePool value) {
    List<NodePool> all = new ArrayList<>(pools);
    all.replaceAll(pool -> pool.name().equals(value.name()) ? value : pool);
    if (!all.contains(value)) {
      all.add(value);
    }
    return pools(all);
  }

  /** These pools of workers and no others. */
  public ClusterSpecBuilder pools(List<NodePool> value) {
    pools = value;
    return this;
  }

  /** What is asked of control planes in particular. */
  public ClusterSpecBuilder controlPlaneOptions(NodeOptions value) {
    controlPlaneOptions = value;
    return this;
  }

  /** What nodes take from the machine and the network around it. */
  public ClusterSpecBuilder environment(NodeEnvironment value) {
    environment = value;
    return this;
  }

  /** Limit of each node in cores. */
  public ClusterSpecBuilder cpus(double value) {
    cpus = value;
    return this;
  }

  /** Limit of each node. */
  public ClusterSpecBuilder memory(Bytes value) {
    memory = value;
    return this;
  }

  public ClusterSpecBuilder ports(List<PortMapping> value) {
    ports = value;
    return this;
  }

  public ClusterSpecBuilder apiPort(int value) {
    apiPort = value;
    return this;
  }

  public ClusterSpecBuilder cni(ClusterSpec.Cni value) {
    cni = value;
    return this;
  }

  public ClusterSpecBuilder defaultStorage(boolean value) {
    defaultStorage = value;
    return this;
  }

  public ClusterSpecBuilder settings(Map<String, String> value) {
    settings = new TreeMap<>(value);
    return this;
  }

  public ClusterSpecBuilder featureGates(Map<String, Boolean> value) {
    featureGates = new TreeMap<>(value);
    return this;
  }

  public ClusterSpecBuilder certExpiration(Duration value) {
    certExpiration = value;
    return this;
  }

  /** Whether nodes come with a container runtime and nothing else. */
  public ClusterSpecBuilder bare(boolean value) {
    bare = value;
    return this;
  }

  /** How long nobody has used the cluster when it pauses by itself; zero: it never does. */
  public ClusterSpecBuilder autoPause(Duration value) {
    autoPause = value;
    return this;
  }

  /**
   * The spec.
   *
   * @throws ClusterException with {@link Problem.Code#INVALID_SPEC} when a value is out of range
   */
  public ClusterSpec build() {
    return new ClusterSpec(
        kubernetesVersion,
        controlPlanes,
        controlPlaneOptions,
        pools,
        Optional.ofNullable(cpus),
        Optional.ofNullable(memory),
        ports,
        apiPort,
        cni,
        defaultStorage,
        settings,
        featureGates,
        certExpiration,
        environment,
        bare,
        autoPause);
  }
}
