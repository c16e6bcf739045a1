package dev.coracle.cluster.local.start;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.engine.Volumes;
import dev.coracle.cluster.layout.Labels;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.local.step.WholeCall;

/** The mark of a cluster that is being made; one that is left tells of a creation cut short. */
public final class Unfinished {

  private final Volumes volumes;
  private final ClusterName cluster;

  /** The mark of this cluster, set or not. */
  public Unfinished(Volumes volumes, ClusterName cluster) {
    this.volumes = volumes;
    this.cluster = cluster;
  }

  /** Comes before anything else that is made. */
  public void mark() {
    WholeCall.run(
        () -> volumes.create(ObjectNames.unfinished(cluster), Labels.of(cluster, "unfinished")));
  }

  /** Goes when everything else is there. */
  public void clear() {
    volumes.remove(ObjectNames.unfinished(cluster));
  }
}
