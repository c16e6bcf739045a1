package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two nodes that nobody uses freeze, with no process of Coracle alive, and wake for who comes. */
@TestMethodOrder(OrderAnnotation.class)
class AutoPauseE2E {

  private static final int WEB = 25480;
  private static final int DNS = 25453;

  /** Kubelets and the node controller call a node ill that was silent for 30 and 50 s. */
  private static final Duration LONGER_THAN_A_NODE_MAY_BE_SILENT = Duration.ofSeconds(60);

  private static final String SERVICES =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: default}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            terminationGracePeriodSeconds: 0
            containers:
              - name: web
                image: %s
                command: [sh, -c, "mkdir -p /w && echo hello > /w/index.html && httpd -f -p 80 -h /w"]
                readinessProbe: {httpGet: {port: 80}, periodSeconds: 1}
                livenessProbe: {httpGet: {port: 80}, periodSeconds: 5, failureThreshold: 1}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: default}
      spec:
        type: NodePort
        selector: {app: web}
        ports: [{port: 80, nodePort: 30080}]
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: dns, namespace: kube-system}
      spec:
        type: NodePort
        selector: {k8s-app: kube-dns}
        ports: [{port: 53, nodePort: 30053, protocol: UDP}]
      """
          .formatted(TestImages.BUSYBOX);

  @RegisterExtension
  static final TestCluster cluster =
      new TestCluster(
          "e2e-idle",
          "--nodes=2",
          "--auto-pause=10s",
          "--port=" + WEB + ":30080",
          "--port=" + DNS + ":30053/udp");

  private static final IdleCluster idle = new IdleCluster(cluster);

  @BeforeAll
  static void deploy() {
    cluster.kubectl().apply(SERVICES);
    cluster.kubectl().await("deployment/web", "condition=Available");
  }

  @Test
  @Order(1)
  void aFrozenClusterUsesNoProcessorAndIsNotWokenByALook() {
    idle.awaitPause();

    assertThat(idle.processorSeconds("control-plane-1", Duration.ofSeconds(10))).isLessThan(0.1);
    assertThat(idle.processorSeconds("worker-1", Duration.ofSeconds(10))).isLessThan(0.1);
    Result status = cluster.cli().run("status", cluster.name());
    assertThat(status.code()).isEqualTo(3);
    assertThat(status.err() + status.out()).contains("It paused by itself", "host: Paused");
    assertThat(idle.isPaused()).isTrue();
  }

  @Test
  @Order(2)
  void theApiAnswersAndEveryNodeIsReadyStill() throws InterruptedException {
    String since = readySince();
    idle.awaitPause();
    Thread.sleep(LONGER_THAN_A_NODE_MAY_BE_SILENT);
    assertThat(idle.isPaused()).isTrue();

    String ready = cluster.kubectl().text("get", "nodes", "--no-headers", "--request-timeout=20s");

    assertThat(ready.lines()).hasSize(2).allMatch(line -> line.contains(" Ready "));
    // Kubelets and the node controller have looked at everything again after this time.
    Thread.sleep(Duration.ofSeconds(12));
    assertThat(readySince()).isEqualTo(since);
    assertThat(
            cluster
                .kubectl()
                .text("get", "pods", "-l", "app=web", "-o", "jsonpath={..restartCount}"))
        .isEqualTo("0");
  }

  private static String readySince() {
    return cluster
        .kubectl()
        .text(
            "get",
            "nodes",
            "-o",
            "jsonpath={.items[*].status.conditions[?(@.type=='Ready')].lastTransitionTime}");
  }

  @Test
  @Order(3)
  void theFirstConnectionToAPortIsHeldAndAnswered() throws IOException, InterruptedException {
    idle.awaitPause();

    try (HttpClient client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + WEB))
              .timeout(Duration.ofSeconds(10))
              .build();
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.body()).isEqualTo("hello\n");
    }
  }

  @Test
  @Order(4)
  void theFirstDatagramIsHeldAndAnswered() throws IOException {
    idle.awaitPause();

    assertThat(DnsQuestion.about("kubernetes.default.svc.cluster.local").answersFrom(DNS))
        .isPositive();
  }

  @Test
  @Order(5)
  void aDeploymentScales() {
    idle.awaitPause();

    cluster.kubectl().ok("scale", "deployment/web", "--replicas=2");

    cluster.kubectl().ok("rollout", "status", "deployment/web", "--timeout=60s");
    assertThat(cluster.kubectl().field("deployment/web", ".status.readyReplicas")).isEqualTo("2");
  }

  @Test
  @Order(6)
  void whoWatchesKeepsItAwake() throws InterruptedException {
    Program watch = cluster.kubectl().begin("get", "pods", "--watch");

    Thread.sleep(Duration.ofSeconds(25));
    assertThat(idle.isPaused()).isFalse();

    watch.signal("TERM");
    idle.awaitPause();
  }

  @Test
  @Order(7)
  void commandsThatGoPastTheEdgeWakeIt() {
    idle.awaitPause();

    assertThat(cluster.cli().ok("image", "list", "-c", cluster.name()).out()).contains("busybox");
    assertThat(idle.isPaused()).isFalse();
    idle.awaitPause();
    cluster.cli().ok("resume", cluster.name());
    assertThat(idle.isPaused()).isFalse();
  }

  @Test
  @Order(8)
  void aFrozenNodeCanBeKilledAndBootsAwake() {
    idle.awaitPause();

    Docker.run("kill", cluster.name() + "-worker-1").ok();
    Docker.run("start", cluster.name() + "-worker-1").ok();

    cluster.kubectl().ok("rollout", "status", "deployment/web", "--timeout=150s");
    cluster.kubectl().await("node/worker-1", "condition=Ready");
    idle.awaitPause();
  }

  @Test
  @Order(9)
  void itChangesWhileItIsFrozen() throws InterruptedException {
    idle.awaitPause();

    cluster.cli().ok("update", cluster.name(), "--auto-pause", "off");
    Thread.sleep(Duration.ofSeconds(20));
    assertThat(idle.isPaused()).isFalse();

    cluster.cli().ok("start", cluster.name(), "--auto-pause", "10s");
    idle.awaitPause();
  }

  @Test
  @Order(10)
  void aScheduledStopOfAFrozenClusterIsGraceful() {
    cluster.cli().ok("stop", cluster.name(), "--schedule", "40s");
    idle.awaitPause();

    Eventually.passes(
        "every node halts",
        () ->
            assertThat(cluster.cli().run("status", cluster.name()).out())
                .contains("host: Stopped")
                .doesNotContain("host: Paused", "host: Running"));
    assertThat(idle.lastEvents("control-plane-1")).contains("auto-paused", "stopping", "halted");
    cluster.cli().ok("start", cluster.name());
  }

  @Test
  @Order(11)
  void aStopOfAFrozenClusterIsGraceful() {
    idle.awaitPause();

    cluster.cli().ok("stop", cluster.name());

    assertThat(Docker.field(cluster.node(), "{{.State.ExitCode}}")).isEqualTo("0");
    assertThat(idle.lastEvents("control-plane-1")).contains("auto-paused", "stopping", "stopped");
    cluster.cli().ok("start", cluster.name());
    assertThat(cluster.kubectl().text("get", "nodes", "-o", "name")).contains("node/worker-1");
  }
}
