package dev.coracle.cluster.diagnostics;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterStatus.Phase;
import java.util.function.Consumer;

/**
 * Whether kubectl reaches a cluster.
 *
 * @param cluster the cluster
 * @param repair writes its kubeconfig entry anew
 */
record EntryCheck(Cluster cluster, Consumer<ClusterName> repair) implements Check {

  @Override
  public String id() {
    return "kubeconfig-" + cluster.name();
  }

  @Override
  public String title() {
    return "kubectl and " + cluster.name();
  }

  @Override
  public boolean needsEngine() {
    return true;
  }

  @Override
  public Finding look() {
    boolean runs =
        cluster.status().phase() == Phase.RUNNING || cluster.status().phase() == Phase.DEGRADED;
    return switch (cluster.status().kubeconfig()) {
      case CONFIGURED -> Finding.ok("Context \"%s\" leads there.".formatted(context()));
      case MISCONFIGURED -> wrong("Context \"%s\" leads elsewhere.".formatted(context()), runs);
      case ABSENT -> wrong("The kubeconfig has no context for it.", runs);
    };
  }

  private String context() {
    return cluster.name().context();
  }

  private Finding wrong(String summary, boolean runs) {
    Finding finding = Finding.warning(summary, runs ? "Repair it." : "Start it; that repairs it.");
    return runs
        ? finding.fixedBy(
            Fix.of(
                "coracle kubeconfig repair " + cluster.name(), _ -> repair.accept(cluster.name())))
        : finding;
  }
}
