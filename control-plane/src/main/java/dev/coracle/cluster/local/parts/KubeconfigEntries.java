package dev.coracle.cluster.local.parts;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterStatus;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.kubeconfig.KubeconfigEntry;
import dev.coracle.cluster.kubeconfig.KubeconfigFiles;
import dev.coracle.cluster.kubeconfig.KubeconfigState;
import dev.coracle.cluster.layout.SpecVolumes;
import dev.coracle.cluster.pki.ClusterAuthorities;
import dev.coracle.cluster.pki.Credential;
import java.net.URI;
import java.util.Optional;

/** The entries of clusters in the user's kubeconfig. */
public final class KubeconfigEntries {

  private final Tools tools;

  /** The entries in the kubeconfig of these tools. */
  public KubeconfigEntries(Tools tools) {
    this.tools = tools;
  }

  /** What the kubeconfig says of a cluster; what is not known now counts as right. */
  ClusterStatus.KubeconfigState state(ClusterParts parts) {
    String authority = parts.kept().map(SpecVolumes.Kept::authority).orElse("");
    String server = ApiAccess.server(parts.apiPort().orElse(0)).toString();
    KubeconfigState state = tools.kubeconfigs().state(parts.name(), server, authority);
    return switch (state) {
      case CONFIGURED -> ClusterStatus.KubeconfigState.CONFIGURED;
      case MISCONFIGURED ->
          parts.apiPort().isEmpty() || parts.kept().isEmpty()
              ? ClusterStatus.KubeconfigState.CONFIGURED
              : ClusterStatus.KubeconfigState.MISCONFIGURED;
      case ABSENT -> ClusterStatus.KubeconfigState.ABSENT;
    };
  }

  /** The same for those who only look: a kubeconfig that cannot be read is something to see. */
  public Seen look(ClusterParts parts) {
    if (parts.isBare()) {
      return new Seen(ClusterStatus.KubeconfigState.ABSENT, Optional.empty());
    }
    try {
      return new Seen(state(parts), Optional.empty());
    } catch (ClusterException e) {
      return new Seen(
          ClusterStatus.KubeconfigState.MISCONFIGURED, Optional.of(e.problem().summary()));
    }
  }

  /** The port of 127.0.0.1 at which kubectl looks for a cluster's API, if at any. */
  public Optional<Integer> port(ClusterName cluster) {
    try {
      return tools
          .kubeconfigs()
          .server(cluster)
          .map(URI::create)
          .filter(server -> ApiAccess.server(server.getPort()).equals(server))
          .map(URI::getPort);
    } catch (ClusterException | IllegalArgumentException e) {
      // It is mended, or complained of, when it is written.
      return Optional.empty();
    }
  }

  /**
   * What a look at the kubeconfig found.
   *
   * @param state what it says of the cluster
   * @param warning why that cannot be told
   */
  public record Seen(ClusterStatus.KubeconfigState state, Optional<String> warning) {}

  /**
   * Fails if the entry is not right and could not be mended, before anything else is done.
   *
   * @param parts the cluster that is to come back; none: a new one
   */
  public void requireWritable(
      ClusterName cluster, Optional<ClusterParts> parts, boolean keepContext) {
    if (parts.filter(found -> isDone(found, keepContext)).isEmpty()) {
      tools.kubeconfigs().requireWritable(cluster, keepContext);
    }
  }

  private boolean isDone(ClusterParts parts, boolean keepContext) {
    return parts.kept().isPresent()
        && state(parts) == ClusterStatus.KubeconfigState.CONFIGURED
        && (keepContext || tools.kubeconfigs().currentContext().equals(parts.name().context()));
  }

  /**
   * Writes the entry of a cluster whose API is published at this port of 127.0.0.1.
   *
   * @param keepContext whether the current context stays what it is
   */
  public void write(ClusterName cluster, Credential user, int port, boolean keepContext) {
    tools.kubeconfigs().write(entry(cluster, user, port), keepContext);
  }

  private static KubeconfigEntry entry(ClusterName cluster, Credential user, int port) {
    return new KubeconfigEntry(
        cluster,
        ApiAccess.server(port).toString(),
        user.authority(),
        user.client().certificate(),
        user.client().privateKey());
  }

  /**
   * Mends the entry of a running cluster if it is not right, and makes it current if asked.
   *
   * @return whether it was not right
   */
  public boolean ensure(ClusterParts parts, boolean keepContext) {
    requireOurs(parts);
    boolean right = state(parts) == ClusterStatus.KubeconfigState.CONFIGURED;
    if (!right) {
      tools.kubeconfigs().write(newEntry(parts), keepContext);
    } else if (!keepContext) {
      tools.kubeconfigs().use(parts.name());
    }
    return !right;
  }

  /** A kubeconfig with a new credential for this cluster alone. */
  public String render(ClusterParts parts) {
    requireOurs(parts);
    return KubeconfigFiles.render(newEntry(parts));
  }

  private static void requireOurs(ClusterParts parts) {
    BareNodes.refuse(
        parts,
        "make a kubeconfig for it",
        "After `kubeadm init` take kubeadm's own: `coracle cp -c %s".formatted(parts.name())
            + " control-plane-1:/etc/kubernetes/admin.conf admin.conf`.");
  }

  private KubeconfigEntry newEntry(ClusterParts parts) {
    int port = parts.apiPort().orElseThrow(() -> unpublished(parts.name()));
    NodePki pki = new NodePki(tools.engine().containers(), parts.name());
    ClusterAuthorities authorities = pki.authorities(parts.firstControlPlane());
    Credential user = Credentials.issue(parts.plan(), authorities, tools.clock()).user();
    return entry(parts.name(), user, port);
  }

  private static ClusterException unpublished(ClusterName cluster) {
    return new ClusterException(
        Problem.of(
            Problem.Code.CLUSTER_NOT_RUNNING,
            "Cluster \"%s\" does not run, so the port of its API is not known.".formatted(cluster),
            "Start it with `coracle start %s`.".formatted(cluster)));
  }
}
