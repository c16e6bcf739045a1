package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * How containerd was told to run a component of the control plane: by the node at its boot, or by
 * kubelet when it starts the component anew.
 *
 * @param sandbox the configuration of the pod's sandbox
 * @param container that of its container
 */
record StaticPodWords(ObjectNode sandbox, ObjectNode container) {

  /** Has kubelet make a pod once more; it must be the pod that the node made, which is returned. */
  static StaticPodWords requireKubelets(TestCluster cluster, String component) {
    assertThat(cluster.inNode("cat", "/var/log/coracle/boot/current").ok().out())
        .contains("started " + component + " before kubelet");
    StaticPodWords nodes = of(cluster, component);
    cluster.inNode("crictl", "stopp", sandbox(cluster, component)).ok();
    Eventually.passes(
        "kubelet's " + component,
        () -> assertThat(of(cluster, component).attempt()).isGreaterThan(nodes.attempt()));
    StaticPodWords kubelets = of(cluster, component);

    assertThat(nodes.environment()).isSubsetOf(kubelets.environment());
    assertThat(nodes.lasting().sandbox).isEqualTo(kubelets.lasting().sandbox);
    assertThat(nodes.lasting().container).isEqualTo(kubelets.lasting().container);
    return nodes;
  }

  private static StaticPodWords of(TestCluster cluster, String component) {
    JsonNode running =
        cluster.inNode("crictl", "ps", "-o", "json", "--name", component).ok().json();
    assertThat(running.path("containers")).as(component).hasSize(1);
    JsonNode container = running.path("containers").get(0);
    return new StaticPodWords(
        config(cluster, "inspectp", container.path("podSandboxId").asText()),
        config(cluster, "inspect", container.path("id").asText()));
  }

  private static String sandbox(TestCluster cluster, String component) {
    return cluster
        .inNode("crictl", "pods", "-q", "--state", "ready", "--name", component)
        .ok()
        .text();
  }

  private static ObjectNode config(TestCluster cluster, String inspect, String id) {
    return cluster.inNode("crictl", inspect, id).ok().json().path("info").withObject("/config");
  }

  private int attempt() {
    return sandbox.path("metadata").path("attempt").asInt();
  }

  /** The container's variables, each with {@code key} and {@code value}. */
  List<JsonNode> environment() {
    return container.findValues("envs").stream().flatMap(StaticPodWords::elements).toList();
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  /**
   * Without what differs from one start of kubelet's to its next: numbers, moments, a random name,
   * and the addresses of services, which it knows of once the API serves.
   */
  private StaticPodWords lasting() {
    ObjectNode outer = sandbox.deepCopy();
    outer.withObject("/metadata").remove("attempt");
    outer.withObject("/annotations").remove("kubernetes.io/config.seen");
    ObjectNode inner = container.deepCopy();
    inner.withObject("/metadata").remove("attempt");
    inner.withObject("/annotations").remove("io.kubernetes.container.restartCount");
    inner.remove(List.of("log_path", "envs"));
    inner.path("mounts").forEach(StaticPodWords::forgetRandomName);
    return new StaticPodWords(outer, inner);
  }

  private static void forgetRandomName(JsonNode mount) {
    if (mount instanceof ObjectNode file
        && file.path("container_path").asText().equals("/dev/termination-log")) {
      String path = file.path("host_path").asText();
      file.put("host_path", path.substring(0, path.lastIndexOf('/')));
    }
  }
}
