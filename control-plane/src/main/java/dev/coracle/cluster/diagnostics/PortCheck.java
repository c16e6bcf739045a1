package dev.coracle.cluster.diagnostics;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterService;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.PortMapping;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Whether the ports of clusters that do not run are still free.
 *
 * @param clusters the clusters
 * @param isFree whether nothing listens on the host's side of a port
 */
record PortCheck(Supplier<? extends ClusterService> clusters, Predicate<PortMapping> isFree)
    implements Check {

  @Override
  public String id() {
    return "ports";
  }

  @Override
  public String title() {
    return "Ports";
  }

  @Override
  public boolean needsEngine() {
    return true;
  }

  @Override
  public Finding look() {
    List<String> taken =
        clusters.get().list().stream()
            .filter(cluster -> cluster.status().phase() == Phase.STOPPED)
            .flatMap(cluster -> taken(cluster).stream())
            .toList();
    return taken.isEmpty()
        ? Finding.ok("Nothing else uses the ports of stopped clusters.")
        : Finding.error(
            "Another program uses " + String.join(", ", taken) + ".",
            "Stop that program before you start the cluster.");
  }

  private List<String> taken(Cluster cluster) {
    return cluster.spec().ports().stream()
        .filter(port -> port.hostPort() > 0 && !isFree.test(port))
        .map(PortMapping::hostPort)
        .map(port -> "port %d of cluster \"%s\"".formatted(port, cluster.name()))
        .toList();
  }
}
