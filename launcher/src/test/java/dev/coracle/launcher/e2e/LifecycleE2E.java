package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coracle.cluster.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a cluster that runs shows of itself: rows 1 to 5 and 8, and pausing it. */
class LifecycleE2E {

  @RegisterExtension static final TestCluster cluster = new TestCluster("e2e-life");

  private static Cli cli() {
    return cluster.cli();
  }

  private static Kubectl kubectl() {
    return cluster.kubectl();
  }

  @Test
  void statusSaysThatEverythingRuns() {
    Result text = cli().ok("status", cluster.name());
    JsonNode node = cli().ok("status", cluster.name(), "-o", "json").json();

    assertThat(text.text())
        .isEqualTo(
            """
            control-plane-1
            type: Control Plane
            host: Running
            kubelet: Running
            apiserver: Running
            kubeconfig: Configured""");
    assertThat(node.path("Host").asText()).isEqualTo("Running");
    assertThat(node.path("APIServer").asText()).isEqualTo("Running");
    assertThat(cli().ok("list", "-o", "json").json().findValuesAsText("name"))
        .contains(cluster.name());
  }

  @Test
  void aSecondStartChangesNothing() {
    String started = Docker.field(cluster.node(), "{{.State.StartedAt}}");

    cli().ok("start", cluster.name());

    assertThat(Docker.field(cluster.node(), "{{.State.StartedAt}}")).isEqualTo(started);
  }

  @Test
  void theEdgeAlonePublishesAndOnLoopbackOnly() {
    String filter = "label=dev.coracle.cluster=" + cluster.name();
    List<String> containers =
        Docker.text("ps", "--filter", filter, "--format", "{{.Names}} {{.Ports}}")
            .lines()
            .map(String::strip)
            .sorted()
            .toList();

    assertThat(containers).hasSize(2);
    assertThat(containers.getFirst()).isEqualTo(cluster.node());
    assertThat(Docker.text("exec", "e2e-life-edge", "id", "-un").strip()).isEqualTo("haproxy");
    assertThat(containers.getLast()).matches("e2e-life-edge 127\\.0\\.0\\.1:\\d+->\\d+/tcp");
  }

  @Test
  void aNewKubeconfigIsPrivateAndLeadsToTheCluster() throws IOException {
    assertThat(kubectl().text("config", "current-context")).isEqualTo("coracle-e2e-life");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cli().kubeconfig())))
        .isEqualTo("rw-------");
  }

  @Test
  void theApiTellsOfItself() {
    assertThat(kubectl().text("get", "node", "-o", "wide"))
        .contains("control-plane-1", "Ready", "control-plane", "containerd://");
    assertThat(kubectl().text("cluster-info")).contains("Kubernetes control plane", "CoreDNS");
    assertThat(kubectl().text("api-versions")).contains("apps/v1", "networking.k8s.io/v1");
    assertThat(kubectl().text("get", "--raw", "/readyz?verbose"))
        .contains("[+]etcd ok", "readyz check passed");
    assertThat(kubectl().text("get", "componentstatuses")).contains("controller-manager");
  }

  @Test
  void kubectlHasTheVersionOfTheCluster() {
    JsonNode version = kubectl().json("version");

    assertThat(version.at("/clientVersion/gitVersion"))
        .isEqualTo(version.at("/serverVersion/gitVersion"));
  }

  @Test
  void componentsAreVisibleWithTheirLogs() {
    Kubectl system = kubectl().in("kube-system");
    for (String component :
        List.of("etcd", "kube-apiserver", "kube-controller-manager", "kube-scheduler")) {
      String pod = component + "-control-plane-1";
      assertThat(system.field("pod/" + pod, ".status.phase")).isEqualTo("Running");
      assertThat(system.text("logs", pod, "--tail=3")).isNotEmpty();
    }
    assertThat(system.text("logs", "daemonset/kube-proxy", "--tail=3")).isNotEmpty();
    assertThat(system.text("logs", "deployment/coredns", "--tail=3")).isNotEmpty();
    assertThat(cli().ok("logs", cluster.name(), "--component", "kubelet").out()).isNotEmpty();
    assertThat(
            cli()
                .ok("node", "exec", "-c", cluster.name(), "--", "systemctl", "status", "kubelet")
                .out())
        .isNotEmpty();
  }

  @Test
  void metricsAreThere() {
    Eventually.passes(
        "kubectl top answers",
        () -> {
          assertThat(kubectl().run("top", "node").ok().out()).contains("control-plane-1");
          assertThat(kubectl().run("top", "pod", "-A").ok().out()).contains("coredns");
        });
  }

  @Test
  void aPausedClusterRestsAndGoesOnWhenItIsResumed() {
    cli().ok("pause", cluster.name());
    Result paused = cli().run("status", cluster.name());
    Result resumed = cli().ok("resume", cluster.name());

    assertThat(paused.code()).isNotZero();
    assertThat(paused.out()).contains("host: Paused");
    assertThat(resumed.code()).isZero();
    cli().ok("status", cluster.name());
    kubectl().ok("get", "nodes");
  }

  @Test
  void startResumesAPausedCluster() {
    cli().ok("pause", cluster.name());

    cli().ok("start", cluster.name());

    cli().ok("status", cluster.name());
  }

  @Test
  void whatCannotChangeOnAnExistingClusterIsRefusedByName() {
    Result refused = cli().run("start", cluster.name(), "--cni", "none");

    refused.failsWith(Problem.Code.CANNOT_CHANGE_LIVE);
    assertThat(refused.err()).contains("--cni");
  }
}
