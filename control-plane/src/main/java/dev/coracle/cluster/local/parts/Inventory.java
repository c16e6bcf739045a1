package dev.coracle.cluster.local.parts;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.ContainerEngine;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.engine.Volumes.VolumeInfo;
import dev.coracle.cluster.layout.Labels;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.SpecVolumes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the parts of clusters by their labels. */
public final class Inventory {

  private final ContainerEngine engine;

  /** Looks at this engine, anew at every call. */
  public Inventory(ContainerEngine engine) {
    this.engine = engine;
  }

  /** Every cluster of which something is there, by name. */
  public List<ClusterParts> all() {
    List<ContainerInfo> containers = engine.containers().list(Labels.ANY);
    List<VolumeInfo> volumes = engine.volumes().list(Labels.ANY);
    return names(containers, volumes).stream()
        .map(name -> parts(new ClusterName(name), containers, volumes))
        .toList();
  }

  /** What is there of one cluster, if anything. */
  public Optional<ClusterParts> find(ClusterName name) {
    List<ContainerInfo> containers = engine.containers().list(Labels.of(name));
    List<VolumeInfo> volumes = engine.volumes().list(Labels.of(name));
    return containers.isEmpty() && volumes.isEmpty()
        ? Optional.empty()
        : Optional.of(parts(name, containers, volumes));
  }

  /**
   * What is there of a cluster that exists.
   *
   * @throws ClusterException with {@link Problem.Code#CLUSTER_NOT_FOUND} when nothing is
   */
  public ClusterParts require(ClusterName name) {
    return find(name).orElseThrow(() -> notFound(name));
  }

  private static ClusterException notFound(ClusterName name) {
    return new ClusterException(
        Problem.of(
            Problem.Code.CLUSTER_NOT_FOUND,
            "There is no cluster \"%s\".".formatted(name),
            "Create it with `coracle start %s`, or see `coracle list`.".formatted(name)));
  }

  /** The port on which the API of a cluster, whose edge runs, is published. */
  public int apiPort(ClusterName name) {
    return find(name).flatMap(ClusterParts::apiPort).orElseThrow();
  }

  private static SortedSet<String> names(List<ContainerInfo> containers, List<VolumeInfo> volumes) {
    return Stream.concat(
            containers.stream().map(ContainerInfo::labels),
            volumes.stream().map(VolumeInfo::labels))
        .map(labels -> labels.getOrDefault(Labels.CLUSTER, ""))
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static ClusterParts parts(
      ClusterName name, List<ContainerInfo> containers, List<VolumeInfo> volumes) {
    List<VolumeInfo> own =
        volumes.stream().filter(volume -> belongs(volume.labels(), name)).toList();
    Map<String, ContainerInfo> byName =
        containers.stream()
            .filter(container -> belongs(container.labels(), name))
            .collect(Collectors.toMap(ContainerInfo::name, Function.identity()));
    Marks marks = Marks.of(name, own);
    try {
      return new ClusterParts(name, SpecVolumes.newest(own), nodes(own), byName, marks);
    } catch (ClusterException e) {
      // It can be seen, stopped and deleted; what changes a cluster reads its settings once more.
      Marks unreadable = marks.withUnreadable(e.problem());
      return new ClusterParts(name, Optional.empty(), nodes(own), byName, unreadable);
    }
  }

  private static boolean belongs(Map<String, String> labels, ClusterName name) {
    return name.value().equals(labels.get(Labels.CLUSTER));
  }

  private static List<NodeIdentity> nodes(List<VolumeInfo> volumes) {
    return volumes.stream()
        .map(VolumeInfo::labels)
        .filter(NodeIdentity::isNode)
        .map(NodeIdentity::ofLabels)
        .sorted(NodeIdentity.ORDER)
        .toList();
  }
}
