package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** A web server on each node, all behind one Service named {@code web}, in one namespace. */
final class WebOnEveryNode {

  private final Kubectl kubectl;

  /** Those that are there already. */
  WebOnEveryNode(Kubectl kubectl) {
    this.kubectl = kubectl;
  }

  /** On the workers. */
  static WebOnEveryNode ofWorkers(Kubectl kubectl) {
    return of(kubectl, "[]");
  }

  /** On the control planes too. */
  static WebOnEveryNode ofAll(Kubectl kubectl) {
    return of(kubectl, "[{operator: Exists}]");
  }

  private static WebOnEveryNode of(Kubectl kubectl, String tolerations) {
    kubectl.apply(
        """
          apiVersion: apps/v1
          kind: DaemonSet
          metadata: {name: web}
          spec:
            selector: {matchLabels: {app: web}}
            template:
              metadata: {labels: {app: web}}
              spec:
                tolerations: %s
                containers:
                  - name: web
                    image: %s
                    command: [sh, -c, "mkdir -p /w && hostname > /w/index.html && httpd -f -p 80 -h /w"]
          ---
          apiVersion: v1
          kind: Service
          metadata: {name: web}
          spec: {selector: {app: web}, ports: [{port: 80}]}
          """
            .formatted(tolerations, TestImages.BUSYBOX));
    return new WebOnEveryNode(kubectl);
  }

  /** Fails unless so many pods are there, and each reaches them all by the Service's name. */
  void requireReached(int pods) {
    kubectl.ok("rollout", "status", "daemonset/web", "--timeout=120s");
    List<String> all =
        List.of(kubectl.text("get", "pods", "-o", "jsonpath={.items[*].metadata.name}").split(" "));
    assertThat(all).hasSize(pods);
    requireReached(all);
  }

  /**
   * Fails unless each of these pods reaches them all; a node hears of a ready pod a moment later.
   */
  void requireReached(List<String> all) {
    for (String pod : all) {
      Eventually.passes(
          "every pod answers " + pod,
          () ->
              assertThat(askOften(pod).lines().distinct())
                  .containsExactlyInAnyOrderElementsOf(all));
    }
  }

  private String askOften(String pod) {
    return kubectl.sh(pod, "for i in $(seq 20); do wget -qO- http://web; done").ok().text();
  }
}
