package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The node starts etcd and the API server before kubelet is there, which must take them for its
 * own. Behind a proxy the API server has an environment.
 */
class StaticPodsE2E {

  @RegisterExtension
  static final TestCluster cluster =
      new TestCluster("e2e-static", "--proxy", "http://proxy.invalid:3128");

  private static String made;

  @BeforeAll
  static void look() {
    made = cluster.inNode("crictl", "ps", "-a", "-q", "--name", "etcd|kube-apiserver").ok().text();
  }

  /** Kubelet would make each of them anew if it did not know them for its own. */
  @Test
  void kubeletKeepsWhatTheNodeStarted() {
    assertThat(made.lines()).hasSize(2);
  }

  @Test
  void etcdIsWhatKubeletWouldHaveMade() {
    StaticPodWords.requireKubelets(cluster, "etcd");

    Eventually.passes("the API", () -> cluster.kubectl().ok("get", "nodes"));
  }

  /** Kubeadm gives the proxies to those that may ask outside, which etcd never does. */
  @Test
  void theApiServerIsWhatKubeletWouldHaveMadeProxiesIncluded() {
    StaticPodWords nodes = StaticPodWords.requireKubelets(cluster, "kube-apiserver");

    assertThat(nodes.environment())
        .extracting(it -> it.path("key").asText())
        .contains("HTTP_PROXY");
    Eventually.passes("the API", () -> cluster.kubectl().ok("get", "nodes"));
  }

  /** Kubelet asks for it in the moment in which the API server learns of the pod that mounts it. */
  @Test
  void aNodeReadsWhatTheSystemIsConfiguredWithBeforeItHasAPodOfIt() {
    assertThat(mayRead("coredns").text()).isEqualTo("yes");
    assertThat(mayRead("kube-root-ca.crt").text()).isEqualTo("yes");
    assertThat(mayRead("extension-apiserver-authentication").text()).startsWith("no");
  }

  private static Result mayRead(String configMap) {
    return cluster
        .kubectl()
        .in("kube-system")
        .run(
            "auth",
            "can-i",
            "watch",
            "configmap/" + configMap,
            "--as=system:node:worker-9",
            "--as-group=system:nodes",
            "--as-group=system:authenticated");
  }
}
