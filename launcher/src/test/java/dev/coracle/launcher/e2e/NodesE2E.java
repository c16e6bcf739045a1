package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Workers come to a cluster that serves, and go again. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NodesE2E {

  @RegisterExtension
  static final TestCluster cluster =
      new TestCluster("e2e-nodes", "--nodes", "2", "--port", "28080:30080");

  private static final String WEB =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        replicas: 2
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            topologySpreadConstraints:
              - maxSkew: 1
                topologyKey: kubernetes.io/hostname
                whenUnsatisfiable: ScheduleAnyway
                labelSelector: {matchLabels: {app: web}}
            containers:
              - name: web
                image: %s
                imagePullPolicy: IfNotPresent
                command: [sh, -c, "mkdir -p /w && hostname > /w/index.html && httpd -f -p 80 -h /w"]
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec: {type: NodePort, selector: {app: web}, ports: [{port: 80, nodePort: 30080}]}
      """
          .formatted(TestImages.BUSYBOX);

  private static Map<String, String> podSubnets() {
    Map<String, String> subnets = new TreeMap<>();
    for (JsonNode node : cluster.kubectl().json("get", "nodes").path("items")) {
      subnets.put(node.at("/metadata/name").asText(), node.at("/spec/podCIDR").asText());
    }
    return subnets;
  }

  @Test
  @Order(1)
  void anAddedWorkerServesPodsThatTheOthersReach() {
    cluster.cli().ok("node", "add", "-c", cluster.name());
    cluster.cli().ok("image", "load", "-c", cluster.name(), TestImages.BUSYBOX);
    Kubectl web = cluster.kubectl().inNew("nodes");
    web.apply(WEB);
    web.ok("rollout", "status", "deployment/web", "--timeout=120s");

    List<String> pods =
        List.of(web.text("get", "pods", "-o", "jsonpath={.items[*].metadata.name}").split(" "));
    assertThat(web.text("get", "pods", "-o", "jsonpath={.items[*].spec.nodeName}").split(" "))
        .containsExactlyInAnyOrder("worker-1", "worker-2");
    new WebOnEveryNode(web).requireReached(pods);
    assertThat(podSubnets()).containsEntry("worker-2", "10.244.3.0/24");
  }

  /** Only nodes with a pod of the service answer at its node port: the control plane has none. */
  @Test
  @Order(2)
  void aPortOfAPoolLeadsToItsNodesAlone() {
    cluster
        .kubectl()
        .in("nodes")
        .apply(
            """
            apiVersion: v1
            kind: Service
            metadata: {name: local}
            spec:
              type: NodePort
              externalTrafficPolicy: Local
              selector: {app: web}
              ports: [{port: 80, nodePort: 30081}]
            """);

    cluster.cli().ok("port", "add", "-c", cluster.name(), "28081:30081@worker");
    cluster.cli().ok("port", "add", "-c", cluster.name(), "28082:30081@control-plane");

    Eventually.passes(
        "both nodes know the service, which is as new as its ports",
        () -> {
          for (int i = 0; i < 10; i++) {
            assertThat(LocalPage.of(28081)).startsWith("web-");
          }
        });
    assertThatThrownBy(() -> LocalPage.of(28082)).isInstanceOf(IOException.class);
    String ports = cluster.cli().ok("port", "list", "-c", cluster.name()).out();
    assertThat(ports).containsPattern("28081 +30081 +tcp +worker");
  }

  @Test
  @Order(3)
  void aStoppedNodeIsNotReadyUntilItIsStarted() {
    cluster.cli().ok("node", "stop", "-c", cluster.name(), "worker-2");
    String state = Docker.field(cluster.name() + "-worker-2", "{{.State.Status}}");
    cluster.cli().ok("node", "start", "-c", cluster.name(), "worker-2");

    assertThat(state).isEqualTo("exited");
    cluster.cli().ok("status", cluster.name());
    cluster.kubectl().ok("wait", "node/worker-2", "--for=condition=Ready", "--timeout=5s");
  }

  @Test
  @Order(4)
  void aRemovedNodesPodsMoveAndTheServiceAnswersOn() {
    cluster.cli().ok("node", "remove", "-c", cluster.name(), "worker-1");

    Kubectl web = cluster.kubectl().in("nodes");
    web.ok("rollout", "status", "deployment/web", "--timeout=120s");
    assertThat(podSubnets()).containsOnlyKeys("control-plane-1", "worker-2");
    assertThat(Docker.objectsOf(cluster.name())).noneMatch(object -> object.endsWith("worker-1"));
    String pod = web.text("get", "pods", "-o", "jsonpath={.items[0].metadata.name}");
    Eventually.passes("the service answers", () -> web.sh(pod, "wget -qO- http://web").ok());
  }

  @Test
  @Order(5)
  void namesDoNotComeBackAndEverythingSurvivesARestart() {
    cluster.cli().ok("node", "add", "-c", cluster.name());
    cluster.cli().ok("restart", cluster.name());

    assertThat(podSubnets())
        .containsExactlyEntriesOf(
            new TreeMap<>(
                Map.of(
                    "control-plane-1", "10.244.1.0/24",
                    "worker-2", "10.244.3.0/24",
                    "worker-3", "10.244.4.0/24")));
    String subnets =
        Docker.text("exec", cluster.name() + "-worker-3", "sh", "-c", "cat /etc/cni/net.d/*");
    assertThat(subnets).contains("10.244.4.0/24");
    cluster.cli().ok("status", cluster.name());
  }
}
