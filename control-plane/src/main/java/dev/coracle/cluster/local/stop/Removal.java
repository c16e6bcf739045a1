package dev.coracle.cluster.local.stop;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.bootstrap.Parallel;
import dev.coracle.cluster.engine.ContainerEngine;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.engine.Networks.NetworkInfo;
import dev.coracle.cluster.engine.Volumes.VolumeInfo;
import dev.coracle.cluster.image.load.Leftovers;
import dev.coracle.cluster.layout.Labels;
import dev.coracle.cluster.layout.ObjectNames;
import java.util.List;

/** Removes whatever the engine holds of a cluster, whole or half-built. */
public final class Removal {

  private final ContainerEngine engine;

  /** Removes from this engine. */
  public Removal(ContainerEngine engine) {
    this.engine = engine;
  }

  /** Removes everything that carries the cluster's label, and what killed image loads left. */
  public void all(ClusterName cluster) {
    containers(cluster);
    // Images have no label of the cluster: the tags of loads are told by their names.
    new Leftovers(engine).remove(cluster);
    Parallel.each(volumes(cluster), volume -> engine.volumes().remove(volume));
    networks(cluster).forEach(network -> engine.networks().remove(network));
  }

  /** Removes the containers, running or not: their volumes and networks are free after that. */
  void containers(ClusterName cluster) {
    List<ContainerInfo> containers = engine.containers().list(Labels.of(cluster));
    Parallel.each(containers, container -> engine.containers().remove(container.name()));
    // A killed snapshot's and upgrade's; they have no label of the cluster, of which they are no
    // part.
    engine.containers().remove(ObjectNames.copier(cluster));
    engine.containers().remove(ObjectNames.upgrade(cluster));
  }

  private List<String> volumes(ClusterName cluster) {
    return engine.volumes().list(Labels.of(cluster)).stream().map(VolumeInfo::name).toList();
  }

  private List<String> networks(ClusterName cluster) {
    return engine.networks().list().stream()
        .filter(network -> cluster.value().equals(network.labels().get(Labels.CLUSTER)))
        .map(NetworkInfo::name)
        .toList();
  }
}
