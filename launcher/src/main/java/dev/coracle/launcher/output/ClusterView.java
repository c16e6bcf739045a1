package dev.coracle.launcher.output;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.Node;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A cluster as programs read it.
 *
 * @param name its name
 * @param status the phase, for instance {@code Running}
 * @param autoPaused whether it paused by itself, so that the next connection resumes it
 * @param kubernetes the version of its nodes, if it is known
 * @param bare whether Coracle has set nothing up on them
 * @param apiPort the port of the API on 127.0.0.1
 * @param context the kubeconfig's context; of bare nodes none
 * @param kubeconfig {@code Configured}, {@code Misconfigured} or {@code Absent}
 * @param createdAt when it was first started, if that is known
 * @param upSince since when it runs without a break; empty while it does not
 * @param certificatesExpire when its first certificate ends, if a node tells
 * @param warnings what the user should know
 * @param nodes its nodes
 */
public record ClusterView(
    String name,
    String status,
    boolean autoPaused,
    Optional<String> kubernetes,
    boolean bare,
    Optional<Integer> apiPort,
    Optional<String> context,
    String kubeconfig,
    Optional<Instant> createdAt,
    Optional<Instant> upSince,
    Optional<Instant> certificatesExpire,
    List<String> warnings,
    List<NodeView> nodes) {

  /**
   * A node as programs read it.
   *
   * @param name the Kubernetes node name
   * @param container the Docker name
   * @param role {@code control-plane} or {@code worker}
   * @param state what its container does
   * @param address on the cluster's network
   * @param image the node image
   */
  public record NodeView(
      String name, String container, String role, String state, String address, String image) {

    /** The view of a node. */
    public static NodeView of(Node node) {
      return new NodeView(
          node.name(),
          node.containerName(),
          node.role().label(),
          word(node.state()),
          node.address(),
          node.image());
    }
  }

  /** The view of a cluster. */
  public static ClusterView of(Cluster cluster) {
    return new ClusterView(
        cluster.name().value(),
        word(cluster.status().phase()),
        cluster.status().isAutoPaused(),
        cluster.version().map(KubernetesVersion::toString),
        cluster.spec().bare(),
        cluster.status().apiPort(),
        Optional.of(cluster.name().context()).filter(_ -> !cluster.spec().bare()),
        word(cluster.status().kubeconfig()),
        cluster.firstStart(),
        cluster.status().upSince(),
        cluster.status().certificatesExpire(),
        cluster.status().warnings(),
        cluster.status().nodes().stream().map(NodeView::of).toList());
  }

  /** An enum's constant as a word, {@code Running} for {@code RUNNING}. */
  static String word(Enum<?> constant) {
    String name = constant.name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
