package dev.coracle.cluster.local.stop;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.bootstrap.Plan;
import dev.coracle.cluster.bootstrap.Step;
import dev.coracle.cluster.local.parts.Tools;
import java.util.List;
import java.util.Set;

/** Takes back everything that a start made. */
public final class Deletion {

  private final Tools tools;
  private final ClusterName cluster;

  /** Of this cluster, of which nothing need be there. */
  public Deletion(Tools tools, ClusterName cluster) {
    this.tools = tools;
    this.cluster = cluster;
  }

  /** The kubeconfig entry first, then containers, then all the rest. */
  public Plan plan() {
    Removal removal = new Removal(tools.engine());
    return new Plan(
        List.of(
            Step.of(
                "kubeconfig",
                "Removing the kubeconfig context",
                Set.of(),
                progress -> tools.kubeconfigs().remove(cluster)),
            Step.of(
                "containers",
                "Removing containers",
                // A kubeconfig that cannot be changed is to stop this while nothing is lost.
                Set.of("kubeconfig"),
                progress -> removal.containers(cluster)),
            Step.of(
                "rest",
                "Removing volumes and network",
                Set.of("containers"),
                progress -> removal.all(cluster))));
  }
}
