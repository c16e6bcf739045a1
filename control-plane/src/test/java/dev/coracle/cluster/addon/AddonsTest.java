package dev.coracle.cluster.addon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterSpecBuilder;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.Subnet;
import dev.coracle.cluster.node.ClusterPlan;
import dev.coracle.image.NodeRecipe;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AddonsTest {

  private static final NodeRecipe RECIPE =
      new NodeRecipe("v1.36.3", "3", "v1.14.2", "3", "v0.8", "v0.0.3", "1", "0".repeat(64));

  private static ClusterSpecBuilder spec() {
    return ClusterSpec.builder(KubernetesVersion.parse("v1.36.3"));
  }

  private static Addons addons(ClusterSpec spec) {
    Subnet subnet = Subnet.parse("172.30.0.0/22");
    List<NodeIdentity> nodes = NodeIdentity.ofSpec(spec, subnet);
    UUID identity = UUID.fromString("0b2f9d6e-0000-4000-8000-000000000001");
    return new Addons(
        new ClusterPlan(new ClusterName("demo"), spec, subnet, nodes, identity), RECIPE);
  }

  private static List<String> names(List<JsonNode> objects) {
    return objects.stream()
        .map(object -> object.path("kind").asText() + " " + object.at("/metadata/name").asText())
        .toList();
  }

  @Test
  void nothingStartsBesideCoreDnsButWhatItNeeds() {
    assertThat(names(addons(spec().build()).early("nftables")))
        .contains("Deployment coredns", "DaemonSet kube-proxy", "Service metrics-server")
        .doesNotContain("Deployment metrics-server", "Deployment local-path-provisioner")
        .noneMatch(name -> name.startsWith("APIService"));
  }

  @Test
  void nodesMayReadConfigurationBeforePodsMountIt() {
    assertThat(names(addons(spec().build()).early("nftables")))
        .containsSubsequence(
            "RoleBinding coracle:node-configuration", "Deployment coredns", "DaemonSet kube-proxy");
  }

  @Test
  void everyProgramStartsInTheEnd() {
    assertThat(names(addons(spec().build()).late()))
        .containsExactlyInAnyOrder(
            "Deployment local-path-provisioner",
            "Deployment metrics-server",
            "APIService v1beta1.metrics.k8s.io");
  }

  @Test
  void withoutDefaultStorageAndPodNetworkNothingIsLate() {
    ClusterSpec bare = spec().defaultStorage(false).cni(ClusterSpec.Cni.NONE).build();

    assertThat(addons(bare).late()).isEmpty();
    assertThat(names(addons(bare).early("nftables"))).doesNotContain("Service metrics-server");
  }

  /** An edge is stopped before its nodes: who seeks it then, delays the stop. */
  @Test
  void programsThatBeginAfterKubeProxyUseTheServiceOfTheApi() {
    assertThat(addons(spec().build()).late().toString()).doesNotContain("KUBERNETES_SERVICE_HOST");
  }

  @Test
  void kubeProxyHasAShareOfABusyProcessor() {
    JsonNode proxy =
        addons(spec().build()).early("nftables").stream()
            .filter(it -> it.path("kind").asText().equals("DaemonSet"))
            .findFirst()
            .orElseThrow();

    assertThat(proxy.at("/spec/template/spec/containers/0/resources/requests/cpu").asText())
        .isEqualTo("50m");
  }
}
