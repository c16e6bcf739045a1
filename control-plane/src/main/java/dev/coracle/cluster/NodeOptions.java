package dev.coracle.cluster;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is asked of some nodes in particular: of a pool's, or of the control planes.
 *
 * @param labels labels of their Node objects
 * @param taints taints of their Node objects
 * @param cpus limit of each in cores; empty: the cluster's
 * @param memory limit of each; empty: the cluster's
 * @param mounts folders of the machine, beside the cluster's
 */
public record NodeOptions(
    SortedMap<String, String> labels,
    List<Taint> taints,
    Optional<Double> cpus,
    Optional<Bytes> memory,
    List<HostMount> mounts) {

  /** Nothing in particular. */
  public static final NodeOptions NONE =
      new NodeOptions(
          Collections.emptySortedMap(), List.of(), Optional.empty(), Optional.empty(), List.of());

  /**
   * @throws ClusterException with {@link Problem.Code#INVALID_SPEC} when a value is out of range
   */
  public NodeOptions {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    taints = List.copyOf(taints);
    mounts = List.copyOf(mounts);
    labels.forEach(LabelRules::check);
    labels.keySet().forEach(LabelRules::checkFree);
    SpecRules.checkLimits(cpus, memory);
    SpecRules.checkMounts(mounts);
    SpecRules.checkTaints(taints);
  }

  /** These labels in place of its own. */
  public NodeOptions withLabels(SortedMap<String, String> others) {
    return new NodeOptions(others, taints, cpus, memory, mounts);
  }

  /** One more label, or another value of it. */
  public NodeOptions withLabel(String key, String value) {
    SortedMap<String, String> more = new TreeMap<>(labels);
    more.put(key, value);
    return withLabels(more);
  }

  /** One more taint. */
  public NodeOptions withTaint(Taint taint) {
    List<Taint> more = Stream.concat(taints.stream(), Stream.of(taint)).distinct().toList();
    return new NodeOptions(labels, more, cpus, memory, mounts);
  }

  /** Another limit in cores. */
  public NodeOptions withCpus(double value) {
    return new NodeOptions(labels, taints, Optional.of(value), memory, mounts);
  }

  /** Another limit of memory. */
  public NodeOptions withMemory(Bytes value) {
    return new NodeOptions(labels, taints, cpus, Optional.of(value), mounts);
  }

  /** One more mount. */
  public NodeOptions withMount(HostMount mount) {
    List<HostMount> more = Stream.concat(mounts.stream(), Stream.of(mount)).distinct().toList();
    return new NodeOptions(labels, taints, cpus, memory, more);
  }

  /** These, and where they say nothing of limits, those; mounts of both. */
  NodeOptions over(
      Optional<Double> ofCluster, Optional<Bytes> memoryOfCluster, List<HostMount> shared) {
    return new NodeOptions(
        labels,
        taints,
        cpus.or(() -> ofCluster),
        memory.or(() -> memoryOfCluster),
        Stream.concat(shared.stream(), mounts.stream()).distinct().toList());
  }
}
