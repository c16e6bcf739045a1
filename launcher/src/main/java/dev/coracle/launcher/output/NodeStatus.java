package dev.coracle.launcher.output;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterStatus.KubeconfigState;
import dev.coracle.cluster.Node;
import dev.coracle.cluster.Node.Health;
import dev.coracle.cluster.NodeRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A node's status in the words and with the exit codes that minikube's users know.
 *
 * @param name the node's name
 * @param host what its container does
 * @param kubelet kubelet's health
 * @param apiServer the API server's health; {@code Irrelevant} on workers
 * @param kubeconfig whether the user's kubeconfig leads here; {@code Irrelevant} on workers and
 *     bare nodes
 * @param worker whether it is a worker
 */
public record NodeStatus(
    @JsonProperty("Name") String name,
    @JsonProperty("Host") String host,
    @JsonProperty("Kubelet") String kubelet,
    @JsonProperty("APIServer") String apiServer,
    @JsonProperty("Kubeconfig") String kubeconfig,
    @JsonProperty("Worker") boolean worker) {

  private static final String RUNNING = "Running";
  private static final String STOPPED = "Stopped";
  private static final String IRRELEVANT = "Irrelevant";
  private static final String UNCONFIGURED = "Unconfigured";

  /** The statuses of a cluster's nodes. */
  public static List<NodeStatus> of(Cluster cluster) {
    return cluster.status().nodes().stream().map(node -> of(node, cluster)).toList();
  }

  private static NodeStatus of(Node node, Cluster cluster) {
    String host = host(node.state());
    boolean worker = node.role() == NodeRole.WORKER;
    return new NodeStatus(
        node.name(),
        host,
        health(node.kubelet(), host),
        worker ? IRRELEVANT : health(node.apiServer(), host),
        worker ? IRRELEVANT : kubeconfig(cluster, host),
        worker);
  }

  private static String kubeconfig(Cluster cluster, String host) {
    if (host.equals(STOPPED)) {
      return STOPPED;
    }
    if (cluster.spec().bare()) {
      return IRRELEVANT;
    }
    return cluster.status().kubeconfig() == KubeconfigState.CONFIGURED
        ? "Configured"
        : "Misconfigured";
  }

  private static String host(Node.State state) {
    return switch (state) {
      case MISSING -> "Nonexistent";
      case CREATED, STOPPED -> STOPPED;
      case RUNNING -> RUNNING;
      case PAUSED -> "Paused";
    };
  }

  private static String health(Health health, String host) {
    return host.equals(RUNNING) || host.equals("Paused") ? word(health) : host;
  }

  private static String word(Health health) {
    return health == Health.NOT_APPLICABLE ? IRRELEVANT : ClusterView.word(health);
  }

  /** This node's part of the exit code: 1 host, 2 kubelet or API server, 4 kubeconfig. */
  public int exitCode() {
    int code = host.equals(RUNNING) ? 0 : 1;
    if (!isWell(kubelet) || !isWell(apiServer)) {
      code |= 2;
    }
    return isWell(kubeconfig) ? code : code | 4;
  }

  /** Kubernetes that nobody has set up yet is no fault. */
  private static boolean isWell(String word) {
    return Set.of(RUNNING, "Configured", IRRELEVANT, UNCONFIGURED).contains(word);
  }

  /** Whether it waits for kubeadm. */
  public boolean waitsForKubeadm() {
    return kubelet.equals(UNCONFIGURED);
  }

  /** The lines for people, an empty one at the end. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(name);
    lines.add("type: " + (worker ? "Worker" : "Control Plane"));
    lines.add("host: " + host);
    lines.add("kubelet: " + kubelet);
    if (!worker) {
      lines.add("apiserver: " + apiServer);
      lines.add("kubeconfig: " + kubeconfig);
    }
    lines.add("");
    return lines;
  }
}
