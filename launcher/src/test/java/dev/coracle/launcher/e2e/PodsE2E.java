package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Pods as a learner meets them: rows 9, 10 and 12. */
class PodsE2E {

  @RegisterExtension static final TestCluster cluster = new TestCluster("e2e-pods");

  private static final String SERVER =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, labels: {app: web}}
      spec:
        containers:
          - name: web
            image: %s
            command: [httpd, -f, -v, -p, "8080", -h, /www]
            ports: [{containerPort: 8080}]
      """
          .formatted(TestImages.BUSYBOX);

  @Test
  void aPodRunsAndShowsItsConditions() {
    Kubectl kubectl = cluster.kubectl().inNew("conditions");
    kubectl.ok(
        "run",
        "box",
        "--image=" + TestImages.BUSYBOX,
        "--restart=Never",
        "--",
        "sh",
        "-c",
        "echo hello; sleep 86400");
    kubectl.await("pod/box", "condition=Ready");

    assertThat(kubectl.field("pod/box", ".status.phase")).isEqualTo("Running");
    assertThat(kubectl.field("pod/box", ".status.conditions[?(@.status=='True')].type"))
        .contains("Initialized", "Ready", "ContainersReady", "PodScheduled");
    assertThat(kubectl.text("logs", "box")).isEqualTo("hello");
    assertThat(kubectl.sh("box", "hostname").ok().text()).isEqualTo("box");
    assertThat(kubectl.sh("box", "exit 3").code()).isEqualTo(3);
    assertThat(kubectl.text("describe", "pod", "box")).contains("Scheduled", "Started");
    assertThat(kubectl.text("explain", "pod.spec", "--recursive"))
        .contains("containers", "nodeSelector");
  }

  @Test
  void portForwardReachesAPod() throws IOException {
    Kubectl kubectl = cluster.kubectl().inNew("forward");
    kubectl.apply(SERVER);
    kubectl.await("pod/web", "condition=Ready");
    Program forward = kubectl.begin("port-forward", "pod/web", ":8080");
    try {
      assertThat(LocalPage.of(forwardedPort(forward))).isEqualTo("one");
    } finally {
      forward.stop();
    }
  }

  private static int forwardedPort(Program forward) {
    Pattern line = Pattern.compile("Forwarding from 127\\.0\\.0\\.1:(\\d+)");
    Eventually.passes("the port", () -> assertThat(forward.output()).containsPattern(line));
    Matcher found = line.matcher(forward.output());
    assertThat(found.find()).isTrue();
    return Integer.parseInt(found.group(1));
  }

  @Test
  void filesTravelBothWays(@TempDir Path folder) throws IOException {
    Kubectl kubectl = cluster.kubectl().inNew("files");
    kubectl.apply(SERVER);
    kubectl.await("pod/web", "condition=Ready");
    Path sent = Files.writeString(folder.resolve("sent"), "there and back");
    Path received = folder.resolve("received");

    kubectl.ok("cp", sent.toString(), "web:/tmp/file");
    kubectl.ok("cp", "web:/tmp/file", received.toString());

    assertThat(received).hasSameBinaryContentAs(sent);
  }

  @Test
  void attachSeesWhatAContainerPrints() {
    Kubectl kubectl = cluster.kubectl().inNew("attach");
    kubectl.ok(
        "run",
        "talker",
        "--image=" + TestImages.BUSYBOX,
        "--",
        "sh",
        "-c",
        "while true; do echo tick; sleep 1; done");
    kubectl.await("pod/talker", "condition=Ready");
    Program attach = kubectl.begin("attach", "talker");
    try {
      Eventually.passes("a line", () -> assertThat(attach.output()).contains("tick"));
    } finally {
      attach.stop();
    }
  }

  @Test
  void anInitContainerWaitsForAService() {
    Kubectl kubectl = cluster.kubectl().inNew("waits");
    kubectl.apply(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: waits}
        spec:
          initContainers:
            - name: until-web
              image: %1$s
              command: [sh, -c, "until nslookup web.waits.svc.cluster.local; do echo waiting; sleep 1; done"]
          containers: [{name: main, image: %1$s}]
        """
            .formatted(TestImages.BUSYBOX));
    Eventually.passes(
        "it waits",
        () ->
            assertThat(kubectl.run("logs", "waits", "-c", "until-web").out()).contains("waiting"));
    assertThat(kubectl.field("pod/waits", ".status.phase")).isEqualTo("Pending");

    kubectl.ok("create", "service", "clusterip", "web", "--tcp=80:8080");

    kubectl.await("pod/waits", "condition=Ready");
  }

  @Test
  void requestsAndLimitsGiveTheClassOfService() {
    Kubectl kubectl = cluster.kubectl().inNew("qos");
    kubectl.apply(
        pod(
            "guaranteed",
            "{requests: {cpu: 50m, memory: 32Mi}, limits: {cpu: 50m, memory: 32Mi}}"));
    kubectl.apply(pod("burstable", "{requests: {memory: 16Mi}}"));
    kubectl.apply(pod("besteffort", "{}"));
    kubectl.apply(pod("huge", "{requests: {memory: 4Ti}}"));

    assertThat(kubectl.field("pod/guaranteed", ".status.qosClass")).isEqualTo("Guaranteed");
    assertThat(kubectl.field("pod/burstable", ".status.qosClass")).isEqualTo("Burstable");
    assertThat(kubectl.field("pod/besteffort", ".status.qosClass")).isEqualTo("BestEffort");
    kubectl.await("pod/guaranteed", "condition=Ready");
    kubectl.await("pod/besteffort", "condition=Ready");
    kubectl.await(
        "pod/huge",
        "jsonpath={.status.conditions[?(@.type=='PodScheduled')].reason}=Unschedulable");
  }

  @Test
  void aContainerOverItsMemoryLimitIsKilled() {
    Kubectl kubectl = cluster.kubectl().inNew("oom");
    kubectl.apply(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: eater}
        spec:
          restartPolicy: Never
          containers:
            - name: eater
              image: %s
              command: [tail, /dev/zero]
              resources: {limits: {memory: 32Mi}}
        """
            .formatted(TestImages.BUSYBOX));

    kubectl.await("pod/eater", "jsonpath={.status.phase}=Failed");

    assertThat(kubectl.field("pod/eater", ".status.containerStatuses[0].state.terminated.reason"))
        .isEqualTo("OOMKilled");
  }

  private static String pod(String name, String resources) {
    return """
        apiVersion: v1
        kind: Pod
        metadata: {name: %s}
        spec:
          containers: [{name: main, image: %s, resources: %s}]
        """
        .formatted(name, TestImages.BUSYBOX, resources);
  }
}
