package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The second Kubernetes version: its node image is built where it is absent, and it runs. */
class OlderKubernetesE2E {

  private static final String VERSION = "v1.35.4";

  @RegisterExtension
  static final TestCluster cluster = new TestCluster("e2e-older", "--kubernetes-version", VERSION);

  @Test
  void serverNodeAndKubectlAreOfThatVersion() {
    JsonNode versions = cluster.kubectl().json("version");

    assertThat(versions.path("serverVersion").path("gitVersion").asText()).isEqualTo(VERSION);
    assertThat(versions.path("clientVersion").path("gitVersion").asText()).isEqualTo(VERSION);
    assertThat(cluster.kubectl().field("node/control-plane-1", ".status.nodeInfo.kubeletVersion"))
        .isEqualTo(VERSION);
  }

  @Test
  void theNodeHoldsWhatItsKubeadmWants() {
    List<String> wanted =
        cluster.inNode("kubeadm", "config", "images", "list").ok().out().lines().toList();
    String held = cluster.inNode("crictl", "images", "-o", "json").ok().out();

    assertThat(wanted).hasSizeGreaterThan(5);
    assertThat(wanted).allSatisfy(image -> assertThat(held).contains("\"" + image + "\""));
  }

  @Test
  void theNodeStartsItsControlPlaneAsThatKubeletWould() {
    StaticPodWords.requireKubelets(cluster, "etcd");
    StaticPodWords.requireKubelets(cluster, "kube-apiserver");

    Eventually.passes("the API", () -> cluster.kubectl().ok("get", "nodes"));
  }

  @Test
  void aPodKeepsItsVolumeWhenTheClusterComesBack() {
    Keeper keeper = Keeper.in(cluster.kubectl().inNew("older"));

    cluster.cli().ok("stop", cluster.name());
    cluster.cli().ok("start", cluster.name());

    keeper.await();
    keeper.requireKept();
    Kubectl system = cluster.kubectl().in("kube-system");
    Eventually.passes(
        "names are served",
        () ->
            assertThat(system.field("deployment/coredns", ".status.readyReplicas")).isEqualTo("1"));
  }
}
