package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coracle.cluster.Problem;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** kubeadm by hand on bare nodes, as docs/kubeadm-by-hand.md shows it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BareE2E {

  @RegisterExtension
  static final TestCluster cluster = new TestCluster("e2e-bare", "--nodes", "3").bare();

  private static final List<String> NODES = List.of("control-plane-1", "worker-1", "worker-2");

  private static final Learner learner = new Learner(cluster);

  /**
   * Counts what a node sends to anyone who is no node of the cluster. Docker's resolver is asked
   * for outside names on the user's behalf: CoreDNS, as kubeadm configures it, asks once whether
   * its questions come back to it.
   */
  private static final String COUNT_STRAYS =
      """
      own=$(ip -o -4 address show dev eth0 | awk '{print $4}')
      gateway=$(ip route show default | awk '{print $3}')
      nft -f - << END
      table ip e2e {
        chain leaving {
          type filter hook postrouting priority 300;
          oifname "eth0" udp dport 53 ip saddr $own accept
          oifname "eth0" ip daddr $gateway counter
          oifname "eth0" ip daddr { $own, 10.244.0.0/16 } accept
          oifname "eth0" counter
        }
      }
      END
      """;

  private static Kubectl kubectl() {
    return cluster.kubectl();
  }

  @Test
  @Order(1)
  void bareNodesRunAndWaitForKubeadm() {
    JsonNode nodes = cluster.cli().ok("status", cluster.name(), "-o", "json").json();

    assertThat(nodes).hasSize(3);
    assertThat(nodes).allMatch(node -> node.path("Kubelet").asText().equals("Unconfigured"));
    assertThat(cluster.cli().kubeconfig()).doesNotExist();
    cluster
        .cli()
        .run("kubectl", "-c", cluster.name(), "--", "get", "nodes")
        .failsWith(Problem.Code.BARE_NODES);
    cluster.cli().run("service", "list", "-c", cluster.name()).failsWith(Problem.Code.BARE_NODES);
    NODES.forEach(node -> learner.in(node, "sh", "-ec", COUNT_STRAYS));
  }

  @Test
  @Order(2)
  void aLearnerMakesAClusterOfThem() {
    learner.init("10.244.0.0/16");
    String token = learner.token();

    assertThat(learner.in("control-plane-1", "kubeadm", "token", "list").out()).contains(token);
    // Not in the order of their names: each gets its part of the pod network when it joins.
    learner.join("worker-2", token);
    learner.join("worker-1", token);
    kubectl().ok("wait", "nodes", "--all", "--for=condition=Ready", "--timeout=120s");
    assertThat(kubectl().text("get", "nodes", "-o", "name").lines()).hasSize(3);
  }

  @Test
  @Order(3)
  void everyPodOfTheSystemIsReady() {
    requireReadySystem();
    cluster.cli().ok("status", cluster.name());
  }

  private static void requireReadySystem() {
    kubectl()
        .in("kube-system")
        .ok("wait", "pods", "--all", "--for=condition=Ready", "--timeout=150s");
    assertThat(
            kubectl()
                .in("kube-system")
                .text("get", "pods", "-l", "k8s-app=kube-proxy", "-o", "name")
                .lines())
        .hasSize(3);
  }

  @Test
  @Order(4)
  void aPodOnEachNodeReachesAServiceByItsName() {
    WebOnEveryNode.ofAll(kubectl()).requireReached(3);

    for (JsonNode pod : kubectl().json("get", "pods").path("items")) {
      String node = pod.at("/spec/nodeName").asText();
      String subnet = kubectl().field("node/" + node, ".spec.podCIDR");
      assertThat(pod.at("/status/podIP").asText())
          .startsWith(subnet.substring(0, subnet.lastIndexOf('.') + 1));
    }
  }

  @Test
  @Order(5)
  void noPacketHasLeft() {
    for (String node : NODES) {
      assertThat(learner.in(node, "nft", "list", "table", "ip", "e2e").out())
          .contains("counter packets 0 bytes 0")
          .doesNotContainPattern("counter packets [1-9]");
    }
  }

  @Test
  @Order(6)
  void coracleLooksThroughKubeadmsCredentials() {
    assertThat(cluster.cli().ok("service", "list", "-c", cluster.name(), "-o", "json").out())
        .contains("kube-dns");
  }

  @Test
  @Order(7)
  void allOfItComesBackFromARestart() {
    kubectl().ok("create", "configmap", "kept", "--from-literal=a=b");

    cluster.cli().ok("restart", cluster.name());

    Eventually.passes("the API answers", () -> kubectl().run("get", "--raw=/readyz").ok());
    assertThat(kubectl().field("configmap/kept", ".data.a")).isEqualTo("b");
    Eventually.passes("all is well", () -> cluster.cli().ok("status", cluster.name()));
    kubectl().ok("wait", "nodes", "--all", "--for=condition=Ready", "--timeout=60s");
    new WebOnEveryNode(kubectl()).requireReached(3);
    requireReadySystem();
  }

  @Test
  @Order(8)
  void aPausedClusterServesAgainAfterItsResume() {
    cluster.cli().ok("pause", cluster.name());
    cluster.cli().ok("resume", cluster.name());

    kubectl().ok("create", "configmap", "after-pause");
  }

  @Test
  @Order(9)
  void aNodeComesLeavesByResetAndJoinsAgain() {
    cluster.cli().ok("node", "add", "-c", cluster.name());
    for (int i = 0; i < 2; i++) {
      learner.join("worker-3", learner.token());
      kubectl().await("node/worker-3", "condition=Ready");
      learner.in("worker-3", "kubeadm", "reset", "--force");
      kubectl().ok("delete", "node", "worker-3");
    }
    cluster.cli().ok("node", "remove", "-c", cluster.name(), "worker-3");

    assertThat(Docker.objectsOf(cluster.name())).isNotEmpty();
    cluster.cli().ok("status", cluster.name());
  }
}
