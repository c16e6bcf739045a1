package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Services of all sorts, asked by pods, by the cluster's network and by the machine. */
@TestMethodOrder(OrderAnnotation.class)
class ServicesE2E {

  private static final int PORT = 28090;
  private static final int LATER_PORTS = 28100;
  private static final int NODE_PORT = 30090;
  private static final int LOCAL_NODE_PORT = 30091;
  private static final int DOWNLOAD = 64 << 20;

  @RegisterExtension
  static final TestCluster cluster =
      new TestCluster("e2e-services", "--nodes", "3", "--port", PORT + ":" + NODE_PORT);

  /** Its pages: the pod's name, who asks, and something long. */
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
                nodeTaintsPolicy: Honor
                whenUnsatisfiable: DoNotSchedule
                labelSelector: {matchLabels: {app: web}}
                matchLabelKeys: [pod-template-hash]
            containers:
              - name: web
                image: %s
                command:
                  - sh
                  - -c
                  - |
                    mkdir -p /w/cgi-bin
                    hostname > /w/index.html
                    printf '#!/bin/sh\\necho\\necho ${REMOTE_ADDR##*:} | tr -d ]\\n' > /w/cgi-bin/who
                    chmod +x /w/cgi-bin/who
                    head -c %d /dev/zero > /w/long
                    exec httpd -f -p 80 -h /w
                readinessProbe: {httpGet: {port: 80}, periodSeconds: 1}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec: {type: NodePort, selector: {app: web}, ports: [{port: 80, nodePort: %d}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: sticky}
      spec: {selector: {app: web}, sessionAffinity: ClientIP, ports: [{port: 80}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: local}
      spec:
        type: NodePort
        externalTrafficPolicy: Local
        selector: {app: web}
        ports: [{port: 80, nodePort: %d}]
      """
          .formatted(TestImages.BUSYBOX, DOWNLOAD, NODE_PORT, LOCAL_NODE_PORT);

  @BeforeAll
  static void serve() {
    Kubectl web = cluster.kubectl().inNew("services");
    web.apply(WEB);
    web.ok("rollout", "status", "deployment/web", "--timeout=120s");
  }

  private static Kubectl web() {
    return cluster.kubectl().in("services");
  }

  private static List<String> of(String path) {
    return List.of(web().text("get", "pods", "-o", "jsonpath={.items[*]" + path + "}").split(" "));
  }

  private static Map<String, String> addresses() {
    Map<String, String> addresses = new TreeMap<>();
    for (JsonNode node : cluster.kubectl().json("get", "nodes").path("items")) {
      addresses.put(
          node.at("/metadata/name").asText(), node.at("/status/addresses/0/address").asText());
    }
    return addresses;
  }

  @Test
  @Order(1)
  void aServiceSharesOutUnlessItSticksToItsClient() {
    List<String> pods = of(".metadata.name");

    new WebOnEveryNode(web()).requireReached(pods);
    String often = "for i in $(seq 30); do wget -qO- http://sticky; done";
    String stuck = web().sh(pods.getFirst(), often).text();

    assertThat(stuck.lines().distinct()).hasSize(1);
  }

  @Test
  @Order(2)
  void aNodePortAnswersOnEveryNodeAndTheLocalOneKeepsTheClientsAddress() throws IOException {
    assertThat(of(".metadata.name")).contains(LocalPage.of(PORT));
    try (var friend = new Friend(Docker::run, cluster.name())) {
      addresses()
          .forEach(
              (node, address) -> {
                String nodePorts = "http://" + address + ":";
                assertThat(friend.fetch(nodePorts + NODE_PORT).ok().text()).startsWith("web-");
                Result local = friend.fetch(nodePorts + LOCAL_NODE_PORT + "/cgi-bin/who");
                if (node.startsWith("worker")) {
                  assertThat(local.ok().text()).isEqualTo(friend.address());
                } else {
                  assertThat(local.code()).as("a node without such a pod").isNotZero();
                }
              });
    }
  }

  @Test
  @Order(3)
  void aDownloadAndAWatchSurviveTwentyPortsThatComeAndGo() throws IOException {
    Program watch = web().begin("get", "configmaps", "--watch-only", "-o", "name");
    long read = 0;
    try (InputStream download = LocalPage.open(PORT, "/long")) {
      for (int port = LATER_PORTS; port < LATER_PORTS + 20; port++) {
        read += download.readNBytes(DOWNLOAD / 40).length;
        cluster.cli().ok("port", "add", "-c", cluster.name(), port + ":" + NODE_PORT);
        assertThat(LocalPage.of(port)).startsWith("web-");
        cluster.cli().ok("port", "remove", "-c", cluster.name(), String.valueOf(port));
      }
      read += download.readAllBytes().length;
    }
    web().ok("create", "configmap", "seen-by-the-old-watch");

    assertThat(read).isEqualTo(DOWNLOAD);
    Eventually.passes(
        "the watch goes on",
        () -> assertThat(watch.output()).contains("configmap/seen-by-the-old-watch"));
    watch.stop();
    assertThat(cluster.cli().ok("port", "list", "-c", cluster.name(), "-o", "json").json())
        .hasSize(1);
  }

  @Test
  @Order(4)
  void aDrainedNodesPodsMoveAndComeBackOnceItIsUncordoned() throws IOException {
    web().ok("cordon", "worker-1");
    web()
        .ok("drain", "worker-1", "--ignore-daemonsets", "--delete-emptydir-data", "--timeout=120s");
    web().ok("rollout", "status", "deployment/web", "--timeout=120s");
    assertThat(of(".spec.nodeName")).containsOnly("worker-2");
    assertThat(LocalPage.of(PORT)).startsWith("web-");

    web().ok("uncordon", "worker-1");
    web().ok("rollout", "restart", "deployment/web");
    web().ok("rollout", "status", "deployment/web", "--timeout=120s");
    Eventually.passes(
        "both nodes have one",
        () -> assertThat(of(".spec.nodeName")).contains("worker-1", "worker-2"));
  }
}
