package dev.coracle.launcher.e2e;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Who runs kubeadm by hand in bare nodes, with the commands of docs/kubeadm-by-hand.md. */
final class Learner {

  private static final String FIRST = "control-plane-1";

  private static final String DIGEST =
      "openssl x509 -pubkey -noout -in /etc/kubernetes/pki/ca.crt"
          + " | openssl pkey -pubin -outform der | sha256sum | cut -d' ' -f1";

  private final TestCluster cluster;

  Learner(TestCluster cluster) {
    this.cluster = cluster;
  }

  /** Runs a command in a node; it must end well. */
  Result in(String node, String... command) {
    String[] exec = {"node", "exec", "-c", cluster.name(), "-n", node, "--"};
    return cluster.cli().ok(Stream.of(exec, command).flatMap(Stream::of).toArray(String[]::new));
  }

  /** Makes the first node a control plane, whose kubectl then leads to itself. */
  void init(String podNetwork) {
    kubeadm(
        FIRST,
        "init",
        "--pod-network-cidr=" + podNetwork,
        "--kubernetes-version=" + version(),
        "--apiserver-cert-extra-sans=127.0.0.1");
    in(FIRST, "sh", "-ec", "mkdir -p ~/.kube; cp /etc/kubernetes/admin.conf ~/.kube/config");
  }

  private String version() {
    return cluster.cli().ok("list", "-o", "json").json().findParents("bare").stream()
        .filter(it -> it.path("name").asText().equals(cluster.name()))
        .findFirst()
        .orElseThrow()
        .path("kubernetes")
        .asText();
  }

  /** A new token for nodes that join. */
  String token() {
    return in(FIRST, "kubeadm", "token", "create").text();
  }

  /** Joins a node to the first. */
  void join(String node, String token) {
    kubeadm(
        node,
        "join",
        FIRST + ":6443",
        "--token=" + token,
        "--discovery-token-ca-cert-hash=sha256:" + in(FIRST, "sh", "-c", DIGEST).text());
  }

  /** An engine with cgroup v1 is refused by kubeadm's checks unless it is told. */
  private void kubeadm(String node, String... arguments) {
    List<String> command = new ArrayList<>(List.of("kubeadm"));
    command.addAll(Arrays.asList(arguments));
    if (Docker.text("info", "--format", "{{.CgroupVersion}}").equals("1")) {
      command.add("--ignore-preflight-errors=SystemVerification");
    }
    in(node, command.toArray(String[]::new));
  }
}
