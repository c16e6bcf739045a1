package dev.coracle.launcher.command;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterStatus.KubeconfigState;
import dev.coracle.cluster.Problem;
import dev.coracle.launcher.host.Kubectl;
import dev.coracle.launcher.host.KubectlBinaries;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "kubectl",
    description = {
      "Run the kubectl of the cluster's own version.",
      "All that follows goes to kubectl, after \"--\" or at once: `coracle kubectl get pods -A`."
          + " Right after the word kubectl, -c NAME still names the cluster."
    })
final class KubectlCommand implements Callable<Integer> {

  private final Session session;

  KubectlCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    KubectlArguments arguments = KubectlArguments.parse(session.passedOn());
    ClusterName name = session.cluster(arguments.cluster().orElse(null));
    Cluster cluster = session.services().clusters().require(name);
    checkNotBare(cluster);
    checkKubeconfig(cluster);
    Path kubectl = binaries().of(cluster);
    return Kubectl.run(kubectl, name.context(), arguments.passedOn());
  }

  private KubectlBinaries binaries() {
    return KubectlBinaries.of(
        session.folders().cache(), session.services().nodes(), session.console().environment());
  }

  private static void checkNotBare(Cluster cluster) {
    if (cluster.spec().bare()) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.BARE_NODES,
              "The nodes of cluster \"%s\" are bare, so Coracle has no kubeconfig for it."
                  .formatted(cluster.name()),
              "Run kubectl in a node: `coracle node shell -c %s`.".formatted(cluster.name())));
    }
  }

  private static void checkKubeconfig(Cluster cluster) {
    if (cluster.status().kubeconfig() != KubeconfigState.CONFIGURED) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.KUBECONFIG_INVALID,
              "The kubeconfig does not lead to cluster \"%s\".".formatted(cluster.name()),
              "Run `coracle kubeconfig repair %s`.".formatted(cluster.name())));
    }
  }
}
