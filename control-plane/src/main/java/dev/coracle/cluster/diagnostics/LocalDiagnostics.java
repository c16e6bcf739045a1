package dev.coracle.cluster.diagnostics;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterService;
import dev.coracle.cluster.NodeAccess;
import dev.coracle.cluster.engine.EngineInfo;
import dev.coracle.cluster.engine.LoopbackPorts;
import dev.coracle.cluster.image.DiskSpace;
import dev.coracle.cluster.image.NodeImages;
import dev.coracle.cluster.kubeconfig.KubeconfigFiles;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The checks of this machine. */
public final class LocalDiagnostics {

  private LocalDiagnostics() {}

  /**
   * What is looked at. Each part is made when it is first asked for, since making one may fail for
   * the very reason that is looked for.
   *
   * @param engine what the engine says of itself
   * @param images the node images in the engine
   * @param clusters the life of clusters
   * @param nodes the inside of nodes
   * @param kubeconfigs the user's kubeconfig
   * @param repair writes a cluster's kubeconfig entry anew
   * @param clock the time of this machine
   */
  public record Subjects(
      Supplier<EngineInfo> engine,
      Supplier<NodeImages> images,
      Supplier<? extends ClusterService> clusters,
      Supplier<NodeAccess> nodes,
      KubeconfigFiles kubeconfigs,
      Consumer<ClusterName> repair,
      InstantSource clock) {}

  /** The checks of these. */
  public static Diagnostics of(Subjects subjects) {
    return new Checkup(
        new EngineCheck(subjects.engine()), checks(subjects), () -> perCluster(subjects));
  }

  private static List<Check> checks(Subjects subjects) {
    return List.of(
        new CgroupCheck(subjects.engine()),
        new MemoryCheck(subjects.engine()),
        new DiskCheck(subjects.engine(), DiskSpace::free),
        new InotifyCheck(Path.of("/proc/sys/fs/inotify")),
        new KubeconfigCheck(subjects.kubeconfigs()),
        new NodeImageCheck(subjects.images()),
        new ClockCheck(subjects.clusters(), subjects.nodes(), subjects.clock()),
        new PortCheck(subjects.clusters(), LoopbackPorts::isFree));
  }

  private static List<Check> perCluster(Subjects subjects) {
    return subjects.clusters().get().list().stream()
        .flatMap(cluster -> of(cluster, subjects))
        .toList();
  }

  /** No entry of ours leads to bare nodes. */
  private static Stream<Check> of(Cluster cluster, Subjects subjects) {
    return cluster.spec().bare()
        ? Stream.of(new ClusterCheck(cluster))
        : Stream.of(new ClusterCheck(cluster), new EntryCheck(cluster, subjects.repair()));
  }
}
