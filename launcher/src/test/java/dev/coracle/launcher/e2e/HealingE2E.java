package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Probes, restarts and roll-outs, which keep a service up: rows 11, 13 and 14. */
class HealingE2E {

  @RegisterExtension static final TestCluster cluster = new TestCluster("e2e-heal");

  private static final String PROBED =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: probed, labels: {app: probed}}
      spec:
        terminationGracePeriodSeconds: 1
        containers:
          - name: main
            image: %s
            command: [sh, -c, "touch /tmp/alive; sleep 86400"]
            readinessProbe: {exec: {command: [test, -f, /tmp/ready]}, periodSeconds: 1, failureThreshold: 1}
            livenessProbe: {exec: {command: [test, -f, /tmp/alive]}, initialDelaySeconds: 2, periodSeconds: 1, failureThreshold: 2}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: probed}
      spec:
        selector: {app: probed}
        ports: [{port: 80}]
      """
          .formatted(TestImages.BUSYBOX);

  /** Two servers that finish what they began before they end. */
  private static final String WEB =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        replicas: 2
        selector: {matchLabels: {app: web}}
        strategy: {rollingUpdate: {maxUnavailable: 0, maxSurge: 1}}
        template:
          metadata: {labels: {app: web}}
          spec:
            terminationGracePeriodSeconds: 5
            containers:
              - name: web
                image: %s
                command: [httpd, -f, -p, "8080", -h, /www]
                readinessProbe: {httpGet: {port: 8080, path: /}, periodSeconds: 1}
                lifecycle: {preStop: {sleep: {seconds: 3}}}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec:
        selector: {app: web}
        ports: [{port: 80, targetPort: 8080}]
      """
          .formatted(TestImages.BUSYBOX);

  /** Asks ten times a second and notes every answer and every failure. */
  private static final String CLIENT =
      "while true; do wget -q -T 5 -O - http://web >> /tmp/answers || date >> /tmp/failures; sleep 0.1; done";

  @Test
  void onlyAReadyPodBelongsToItsService() {
    Kubectl kubectl = cluster.kubectl().inNew("readiness");
    kubectl.apply(PROBED);
    kubectl.await("pod/probed", "jsonpath={.status.phase}=Running");
    assertThat(readyAddresses(kubectl)).isEmpty();

    kubectl.sh("probed", "touch /tmp/ready").ok();
    Eventually.passes("in the service", () -> assertThat(readyAddresses(kubectl)).isNotEmpty());

    kubectl.sh("probed", "rm /tmp/ready").ok();
    Eventually.passes("out of it", () -> assertThat(readyAddresses(kubectl)).isEmpty());
  }

  private static String readyAddresses(Kubectl kubectl) {
    return kubectl.text(
        "get",
        "endpointslices",
        "-l",
        "kubernetes.io/service-name=probed",
        "-o",
        "jsonpath={.items[*].endpoints[?(@.conditions.ready==true)].addresses}");
  }

  @Test
  void aPodThatIsNotAliveIsRestarted() {
    Kubectl kubectl = cluster.kubectl().inNew("liveness");
    kubectl.apply(PROBED);
    kubectl.await("pod/probed", "jsonpath={.status.phase}=Running");

    kubectl.sh("probed", "rm /tmp/alive").ok();

    Eventually.passes(
        "a restart",
        () ->
            assertThat(kubectl.field("pod/probed", ".status.containerStatuses[0].restartCount"))
                .isNotEqualTo("0"));
  }

  @Test
  void noRequestFailsWhileANewVersionRollsOut() {
    Kubectl kubectl = cluster.kubectl().inNew("rolling");
    kubectl.apply(WEB);
    kubectl.ok("rollout", "status", "deployment/web", "--timeout=150s");
    kubectl.ok(
        "run", "client", "--image=" + TestImages.BUSYBOX, "--", "sh", "-c", "sleep 2; " + CLIENT);
    kubectl.await("pod/client", "condition=Ready");
    Eventually.passes("version one answers", () -> assertThat(answers(kubectl)).endsWith("one"));

    kubectl.ok("set", "image", "deployment/web", "web=" + TestImages.BUSYBOX_2);
    kubectl.ok("rollout", "status", "deployment/web", "--timeout=150s");

    Eventually.passes("version two answers", () -> assertThat(answers(kubectl)).endsWith("two"));
    assertThat(kubectl.sh("client", "cat /tmp/failures").out()).isEmpty();
  }

  private static String answers(Kubectl kubectl) {
    return kubectl.sh("client", "tail -n 5 /tmp/answers").text();
  }

  @Test
  void theRestartPolicyDecides() {
    Kubectl kubectl = cluster.kubectl().inNew("policy");
    run(kubectl, "never", "Never", "exit 1");
    run(kubectl, "on-failure", "OnFailure", "exit 0");
    run(kubectl, "always", "Always", "sleep 86400");
    kubectl.await("pod/always", "condition=Ready");

    kubectl.sh("always", "kill 1");

    kubectl.await("pod/never", "jsonpath={.status.phase}=Failed");
    kubectl.await("pod/on-failure", "jsonpath={.status.phase}=Succeeded");
    kubectl.await("pod/always", "jsonpath={.status.containerStatuses[0].restartCount}=1");
    assertThat(kubectl.field("pod/never", ".status.containerStatuses[0].restartCount"))
        .isEqualTo("0");
  }

  private static void run(Kubectl kubectl, String name, String policy, String line) {
    kubectl.ok(
        "run",
        name,
        "--image=" + TestImages.BUSYBOX,
        "--restart=" + policy,
        "--",
        "sh",
        "-c",
        "trap 'exit 0' TERM; (" + line + ") & wait $!");
  }

  @Test
  void aDeploymentReplacesItsPodsAndNobodyReplacesABareOne() {
    Kubectl kubectl = cluster.kubectl().inNew("replace");
    kubectl.ok("run", "bare", "--image=" + TestImages.BUSYBOX);
    kubectl.apply(WEB);
    kubectl.ok("rollout", "status", "deployment/web", "--timeout=150s");
    String before = kubectl.text("get", "pods", "-l", "app=web", "-o", "name");

    kubectl.ok("delete", "pod", "bare", "--now");
    kubectl.ok("delete", "pod", "-l", "app=web", "--now");

    kubectl.ok("rollout", "status", "deployment/web", "--timeout=150s");
    assertThat(kubectl.text("get", "pods", "-l", "app=web", "-o", "name").lines())
        .doesNotContainAnyElementsOf(before.lines().toList());
    assertThat(kubectl.text("get", "pods", "-o", "name")).doesNotContain("bare");
  }

  @Test
  void aRollOutOfAnImageThatDoesNotExistIsUndone() {
    Kubectl kubectl = cluster.kubectl().inNew("undo");
    kubectl.apply(WEB);
    kubectl.ok("rollout", "status", "deployment/web", "--timeout=150s");

    kubectl.ok("set", "image", "deployment/web", "web=" + TestImages.ABSENT);
    Eventually.passes(
        "the pull fails",
        () ->
            assertThat(kubectl.text("get", "pods"))
                .containsAnyOf("ImagePullBackOff", "ErrImagePull"));
    assertThat(kubectl.field("deployment/web", ".status.availableReplicas")).isEqualTo("2");

    kubectl.ok("rollout", "undo", "deployment/web");
    kubectl.ok("rollout", "status", "deployment/web", "--timeout=150s");
    assertThat(kubectl.field("deployment/web", ".spec.template.spec.containers[0].image"))
        .isEqualTo(TestImages.BUSYBOX);
  }
}
