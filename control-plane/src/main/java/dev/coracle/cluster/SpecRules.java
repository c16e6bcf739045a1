package dev.coracle.cluster;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The ranges that every {@link ClusterSpec} keeps. */
final class SpecRules {

  /** Components whose flags can be set; the words kubeadm and minikube use. */
  static final List<String> COMPONENTS =
      List.of("apiserver", "controller-manager", "scheduler", "kubelet", "etcd", "proxy");

  private static final Bytes LEAST_MEMORY = Bytes.ofMebibytes(1024);

  /** Beyond, one machine only swaps. */
  private static final int MOST_WORKERS = 50;

  private static final Duration LEAST_IDLE = Duration.ofSeconds(10);

  private SpecRules() {}

  static void checkControlPlanes(int count) {
    require(
        Set.of(1, 3, 5).contains(count),
        "%d control planes cannot keep an etcd quorum well.".formatted(count),
        "Choose 1, 3 or 5.");
  }

  static void checkWorkers(int count) {
    require(
        count >= 0 && count <= MOST_WORKERS,
        count + " workers are out of range.",
        "Choose 0 to %d.".formatted(MOST_WORKERS));
  }

  /** The default pool has what others leave. */
  static void checkAtLeast(int others, int workers) {
    checkWorkers(workers);
    require(
        workers >= others,
        "%d workers are fewer than the %d of the pools that have a name of their own."
            .formatted(workers, others),
        "Choose more, or make those pools smaller.");
  }

  static void checkPools(List<NodePool> pools) {
    checkWorkers(pools.stream().mapToInt(NodePool::count).sum());
    Set<String> names = new HashSet<>();
    pools.forEach(
        pool ->
            require(
                names.add(pool.name()),
                "There are two pools \"%s\".".formatted(pool.name()),
                "Give each pool a name of its own."));
  }

  static void checkLimits(Optional<Double> cpus, Optional<Bytes> memory) {
    require(
        cpus.isEmpty() || cpus.get() >= 0.5,
        "A node cannot run with %s CPUs.".formatted(cpus.orElse(0.0)),
        "Give it 0.5 or more.");
    require(
        memory.isEmpty() || memory.get().compareTo(LEAST_MEMORY) >= 0,
        "A node cannot run in %s of memory.".formatted(memory.orElse(LEAST_MEMORY)),
        "Give it 1 GiB or more.");
  }

  static void checkPorts(int apiPort, List<PortMapping> ports) {
    require(apiPort >= 0 && apiPort <= 65535, apiPort + " is not a port.", "Choose 1 to 65535.");
    Set<String> taken = new HashSet<>(Set.of(apiPort + "/" + PortMapping.Protocol.TCP));
    ports.stream()
        .filter(port -> port.hostPort() != 0)
        .forEach(
            port ->
                require(
                    taken.add(port.hostPort() + "/" + port.protocol()),
                    "Port %d of the host is asked for twice.".formatted(port.hostPort()),
                    "Choose another one."));
  }

  static void checkMounts(List<HostMount> mounts) {
    Set<String> places = new HashSet<>();
    mounts.forEach(
        mount ->
            require(
                places.add(mount.node()),
                "Two mounts are at \"%s\".".formatted(mount.node()),
                "Choose another path in the nodes for one of them."));
  }

  static void checkTaints(List<Taint> taints) {
    Set<String> keys = new HashSet<>();
    taints.forEach(
        taint ->
            require(
                keys.add(taint.key() + ":" + taint.effect()),
                "The taint \"%s\" is there twice.".formatted(taint.key()),
                "Leave one of them out; a key has one value for each effect."));
  }

  static void checkCertExpiration(Duration certExpiration) {
    require(
        certExpiration.toHours() >= 1,
        "Certificates that expire in under an hour cannot start a cluster.",
        "Choose an hour or more, for instance 8760h.");
  }

  /** Nodes hear every five seconds that somebody is there. */
  static void checkAutoPause(Duration idle) {
    require(
        idle.isZero() || idle.compareTo(LEAST_IDLE) >= 0,
        "A cluster cannot pause after %s.".formatted(DurationText.of(idle)),
        "Choose 10 s or more, or off.");
  }

  static void checkSetting(String key) {
    int dot = key.indexOf('.');
    String component = dot < 0 ? key : key.substring(0, dot);
    require(
        dot > 0 && dot < key.length() - 1 && COMPONENTS.contains(component),
        "\"%s\" names no component's flag.".formatted(key),
        "Write COMPONENT.FLAG=VALUE with one of apiserver, controller-manager, scheduler, kubelet,"
            + " etcd, proxy.");
  }

  private static void require(boolean holds, String summary, String advice) {
    if (!holds) {
      throw new ClusterException(Problem.of(Problem.Code.INVALID_SPEC, summary, advice));
    }
  }
}
