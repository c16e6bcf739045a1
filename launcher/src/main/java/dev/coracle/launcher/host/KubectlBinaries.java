package dev.coracle.launcher.host;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.NodeAccess;
import dev.coracle.cluster.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A kubectl that fits a cluster. On Linux the nodes' own binary runs on the host, so it is copied
 * out of a node once for each version; elsewhere it is the user's.
 */
public interface KubectlBinaries {

  /** The kubectl to use with this cluster. */
  Path of(Cluster cluster);

  /** The way of this machine. */
  static KubectlBinaries of(Path cache, NodeAccess nodes, Map<String, String> environment) {
    boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
    return linux ? new CopiedOut(cache, nodes) : new Installed(environment);
  }

  /** Copied out of a node into {@code CACHE/kubectl/VERSION/kubectl}. */
  record CopiedOut(Path cache, NodeAccess nodes) implements KubectlBinaries {

    // The file that holds every Kubernetes program of a node; its own name tells it which to be.
    private static final String SOURCE = "/usr/local/bin/kubectl";

    @Override
    public Path of(Cluster cluster) {
      String version = cluster.requireSpec().kubernetesVersion().toString();
      Path kubectl = cache.resolve("kubectl").resolve(version).resolve("kubectl");
      if (!Files.isExecutable(kubectl)) {
        NodeFiles files = new NodeFiles(nodes, cluster.name(), Optional.empty());
        files.copyProgram(SOURCE, kubectl);
      }
      return kubectl;
    }
  }

  /** Found on the PATH. */
  record Installed(Map<String, String> environment) implements KubectlBinaries {

    @Override
    public Path of(Cluster cluster) {
      KubernetesVersion wanted = cluster.requireSpec().kubernetesVersion();
      Path kubectl =
          Executables.find("kubectl", environment)
              .orElseThrow(() -> problem("There is no kubectl on the PATH.", wanted));
      KubernetesVersion found = KubectlVersion.of(kubectl);
      if (found.major() != wanted.major() || Math.abs(found.minor() - wanted.minor()) > 1) {
        throw problem(
            "%s is %s, too far from the cluster's %s.".formatted(kubectl, found, wanted), wanted);
      }
      return kubectl;
    }

    private static ClusterException problem(String summary, KubernetesVersion wanted) {
      return new ClusterException(
          Problem.of(
              Problem.Code.USAGE,
              summary,
              "Install kubectl %s, or one minor version beside it.".formatted(wanted)));
    }
  }
}
