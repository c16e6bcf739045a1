package dev.coracle.launcher.output;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.KubernetesVersion;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A whole cluster's status with numeric codes, in the layout {@code cluster} that minikube's users
 * know.
 */
public record ClusterState(
    @JsonProperty("Name") String name,
    @JsonProperty("StatusCode") int code,
    @JsonProperty("StatusName") String status,
    @JsonProperty("BinaryVersion") String version,
    @JsonProperty("Components") Map<String, Part> components,
    @JsonProperty("Nodes") List<NodeState> nodes) {

  private static final int HAPPY_CONTROL_PLANES = 3;

  private static final Map<String, Integer> CODES =
      Map.of(
          "Running", 200,
          "Configured", 200,
          "Irrelevant", 200,
          "Unconfigured", 200,
          "Nonexistent", 404,
          "Stopped", 405,
          "Paused", 418,
          "Error", 500,
          "Misconfigured", 500);

  /** A component with its code. */
  public record Part(
      @JsonProperty("Name") String name,
      @JsonProperty("StatusCode") int code,
      @JsonProperty("StatusName") String status) {

    static Part of(String name, String word) {
      int code = CODES.getOrDefault(word, 520);
      return new Part(name, code, code == 200 ? "OK" : word);
    }
  }

  /** A node with its components. */
  public record NodeState(
      @JsonProperty("Name") String name,
      @JsonProperty("StatusCode") int code,
      @JsonProperty("StatusName") String status,
      @JsonProperty("Components") Map<String, Part> components) {

    static NodeState of(NodeStatus node) {
      Map<String, Part> parts = new TreeMap<>();
      parts.put("kubelet", Part.of("kubelet", node.kubelet()));
      if (!node.worker()) {
        parts.put("apiserver", Part.of("apiserver", node.apiServer()));
      }
      Part host = Part.of("host", node.host());
      return new NodeState(node.name(), host.code(), host.status(), parts);
    }
  }

  /** The state of a cluster. */
  public static ClusterState of(Cluster cluster) {
    List<NodeStatus> nodes = NodeStatus.of(cluster);
    Part whole = whole(cluster);
    return new ClusterState(
        cluster.name().value(),
        whole.code(),
        whole.status(),
        cluster.version().map(KubernetesVersion::toString).orElse(""),
        kubeconfig(nodes),
        nodes.stream().map(NodeState::of).toList());
  }

  /** A cluster that is half-built may have no node yet. */
  private static Map<String, Part> kubeconfig(List<NodeStatus> nodes) {
    return nodes.stream()
        .limit(1)
        .map(node -> Part.of("kubeconfig", node.kubeconfig()))
        .collect(Collectors.toMap(Part::name, Function.identity()));
  }

  private static Part whole(Cluster cluster) {
    String name = cluster.name().value();
    return switch (cluster.status().phase()) {
      case CREATING -> new Part(name, 100, "Starting");
      case RUNNING ->
          cluster.spec().controlPlanes() >= HAPPY_CONTROL_PLANES
              ? new Part(name, 201, "HAppy")
              : new Part(name, 200, "OK");
      case DEGRADED -> new Part(name, 204, "Degraded");
      case PAUSED -> Part.of(name, "Paused");
      case STOPPED -> Part.of(name, "Stopped");
      case ERROR -> Part.of(name, "Error");
    };
  }
}
