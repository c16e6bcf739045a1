package dev.coracle.cluster;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ranges that every {@link ClusterSpec} keeps. */
final class SpecRules {

  /** Components whose flags can be set; the words kubeadm and minikube use. */
  static final Set<String> COMPONENTS =
      Set.of("apiserver", "controller-manager", "scheduler", "kubelet", "etcd", "proxy");

  private static final Bytes LEAST_MEMORY = Bytes.ofMebibytes(1024);

  private SpecRules() {}

  static void check(
      int controlPlanes,
      int workers,
      Optional<Double> cpus,
      Optional<Bytes> memory,
      int apiPort,
      Map<String, String> settings,
      Duration certExpiration) {
    require(
        Set.of(1, 3, 5).contains(controlPlanes),
        "%d control planes cannot keep an etcd quorum well.".formatted(controlPlanes),
        "Choose 1, 3 or 5.");
    require(
        workers >= 0 && workers <= 50, workers + " workers are out of range.", "Choose 0 to 50.");
    require(
        cpus.isEmpty() || cpus.get() >= 0.5,
        "A node cannot run with %s CPUs.".formatted(cpus.orElse(0.0)),
        "Give it 0.5 or more.");
    require(
        memory.isEmpty() || memory.get().compareTo(LEAST_MEMORY) >= 0,
        "A node cannot run in %s of memory.".formatted(memory.orElse(LEAST_MEMORY)),
        "Give it 1 GiB or more.");
    require(apiPort >= 0 && apiPort <= 65535, apiPort + " is not a port.", "Choose 1 to 65535.");
    require(
        certExpiration.toHours() >= 1,
        "Certificates that expire in under an hour cannot start a cluster.",
        "Choose an hour or more, for instance 8760h.");
    settings.keySet().forEach(SpecRules::checkSetting);
  }

  private static void checkSetting(String key) {
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
