package dev.coracle.cluster.local;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.engine.Volumes;
import dev.coracle.cluster.layout.Labels;
import dev.coracle.cluster.layout.ObjectNames;

/** The mark of a cluster that is being made; one that is left tells of a creation cut short. */
final class Unfinished {

  private final Volumes volumes;
  private final ClusterName cluster;

  Unfinished(Volumes volumes, ClusterName cluster) {
    this.volumes = volumes;
    this.cluster = cluster;
  }

  /** Comes before anything else that is made. */
  void mark() {
    WholeCall.run(
        () -> volumes.create(ObjectNames.unfinished(cluster), Labels.of(cluster, "unfinished")));
  }

  /** Goes when everything else is there. */
  void clear() {
    volumes.remove(ObjectNames.unfinished(cluster));
  }
}
