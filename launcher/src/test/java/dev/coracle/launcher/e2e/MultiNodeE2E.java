package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Three control planes and two workers: one etcd, one network, and no single point of failure. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MultiNodeE2E {

  @RegisterExtension
  static final TestCluster cluster =
      new TestCluster("e2e-multi", "--nodes", "5", "--control-planes", "3");

  /** A part of the time after which Kubernetes itself calls a node lost; see bench/multi-node. */
  private static final Duration FAILOVER = Duration.ofSeconds(15);

  @Test
  @Order(1)
  void everyNodeIsReadyAndHasItsRole() {
    List<String> roles = new ArrayList<>();
    for (JsonNode node : cluster.kubectl().json("get", "nodes").path("items")) {
      String name = node.path("metadata").path("name").asText();
      JsonNode labels = node.path("metadata").path("labels");
      assertThat(node.path("spec").path("podCIDR").asText()).startsWith("10.244.");
      assertThat(labels.has("node-role.kubernetes.io/" + name.replaceAll("-\\d$", ""))).isTrue();
      assertThat(node.path("spec").has("taints")).isEqualTo(name.startsWith("control-plane"));
      roles.add(name);
    }
    assertThat(roles)
        .containsExactly(
            "control-plane-1", "control-plane-2", "control-plane-3", "worker-1", "worker-2");
    cluster.kubectl().ok("wait", "nodes", "--all", "--for=condition=Ready", "--timeout=10s");
  }

  @Test
  @Order(2)
  void threeMembersAreOneEtcdCluster() {
    String etcdctl =
        "etcdctl --cacert /etc/kubernetes/pki/etcd/ca.crt --cert /etc/kubernetes/pki/etcd/server.crt"
            + " --key /etc/kubernetes/pki/etcd/server.key";

    for (int i = 1; i <= 3; i++) {
      String node = cluster.name() + "-control-plane-" + i;
      assertThat(Docker.text("exec", node, "sh", "-c", etcdctl + " member list").lines())
          .hasSize(3)
          .allMatch(line -> line.contains("started"));
    }
  }

  @Test
  @Order(3)
  void podsReachEachOtherAcrossNodesByTheServicesName() {
    WebOnEveryNode.ofWorkers(cluster.kubectl().inNew("across")).requireReached(2);
  }

  @Test
  @Order(4)
  void theApiAnswersThroughTheEdgeWhileAControlPlaneIsDead() {
    for (int i = 1; i <= 3; i++) {
      String dead = cluster.name() + "-control-plane-" + i;
      Docker.run("kill", dead).ok();
      Instant killed = Instant.now();
      Eventually.passes(
          "the API answers",
          () -> cluster.kubectl().run("get", "namespace", "default", "--request-timeout=2s").ok());
      assertThat(Duration.between(killed, Instant.now())).isLessThan(FAILOVER);
      cluster.cli().ok("start", cluster.name());
      cluster.cli().ok("status", cluster.name());
    }
  }

  @Test
  @Order(5)
  void itComesBackFromAStop() {
    cluster.kubectl().ok("create", "configmap", "kept", "--from-literal=a=b");

    cluster.cli().ok("restart", cluster.name());

    cluster.cli().ok("status", cluster.name());
    assertThat(cluster.kubectl().field("configmap/kept", ".data.a")).isEqualTo("b");
  }

  @Test
  @Order(6)
  void aPausedClusterServesAgainAfterItsResume() {
    cluster.cli().ok("pause", cluster.name());
    cluster.cli().ok("resume", cluster.name());

    cluster.kubectl().ok("create", "configmap", "after-pause");
  }
}
