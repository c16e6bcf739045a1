package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coracle.cluster.Problem;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A node as a machine: what it keeps, what it grants, and what it survives. */
class NodeE2E {

  @RegisterExtension
  static final TestCluster cluster = new TestCluster("e2e-node", "--memory", "2g");

  private static Cli cli() {
    return cluster.cli();
  }

  /** Whatever the test before did to the node. */
  @BeforeEach
  void run() {
    cli().ok("start", cluster.name());
  }

  @Test
  void aNodeIsMadeAgainFromItsVolume() {
    Keeper keeper = Keeper.in(cluster.kubectl().inNew("again"));
    List<String> images = images();

    Docker.run("rm", "-f", cluster.node()).ok();
    Result missing = cli().run("status", cluster.name());
    cli().ok("start", cluster.name());

    assertThat(missing.code() & 1).isEqualTo(1);
    assertThat(missing.out()).contains("host: Nonexistent");
    assertThat(missing.err()).contains("coracle start e2e-node");
    keeper.await();
    keeper.requireKept();
    assertThat(images()).containsExactlyInAnyOrderElementsOf(images);
    cli().ok("status", cluster.name());
  }

  @Test
  void aNodeIsMadeAnewFromAnImageWithOtherLayers() {
    Keeper keeper = Keeper.in(cluster.kubectl().inNew("anew"));
    List<String> images = images();
    String image = cluster.images().nodeWith("other", "RUN echo other > /etc/other\n");
    try {
      cli()
          .run("start", cluster.name(), "--node-image", image)
          .failsWith(Problem.Code.CANNOT_CHANGE_LIVE);
      cli().ok("restart", cluster.name(), "--node-image", image);

      assertThat(node("cat", "/etc/other").text()).isEqualTo("other");
      keeper.await();
      keeper.requireKept();
      assertThat(keeper.ended()).isNotEmpty();
      assertThat(images()).containsExactlyInAnyOrderElementsOf(images);
    } finally {
      cli().ok("restart", cluster.name(), "--node-image", cluster.images().node());
      Docker.run("rmi", image).ok();
    }
  }

  private static List<String> images() {
    JsonNode images = cli().ok("image", "list", "-c", cluster.name(), "--all", "-o", "json").json();
    assertThat(images.toString()).contains(TestImages.BUSYBOX, TestImages.BUSYBOX_2, "coredns");
    return images.findValuesAsText("id");
  }

  @Test
  void aNodeThatWasKilledStartsAgain() {
    Docker.run("kill", cluster.node()).ok();

    cli().run("status", cluster.name()).exitsWith(7);
    cli().ok("start", cluster.name());

    cli().ok("status", cluster.name());
    cluster.kubectl().ok("get", "nodes");
  }

  @Test
  void aNodeWhoseProcessWasKilledComesBackByItself() {
    String process = Docker.field(cluster.node(), "{{.State.Pid}}");

    Docker.run("exec", cluster.node(), "true").ok();
    Program.run(Duration.ofSeconds(10), "kill", "-9", process).ok();

    Eventually.passes("it serves again", () -> cli().ok("status", cluster.name()));
  }

  @Test
  void aPodThatEatsAllMemoryDiesAndTheApiStaysUp() {
    Kubectl kubectl = cluster.kubectl().inNew("hungry");
    kubectl.ok(
        "run",
        "eater",
        "--image=" + TestImages.BUSYBOX,
        "--restart=Never",
        "--",
        "tail",
        "/dev/zero");

    Eventually.passes(
        "it is killed",
        () -> {
          cluster.kubectl().ok("get", "--raw", "/readyz");
          assertThat(
                  kubectl.field(
                      "pod/eater", ".status.containerStatuses[0].state.terminated.reason"))
              .isEqualTo("OOMKilled");
        });
    assertThat(
            cluster
                .kubectl()
                .in("kube-system")
                .field("pod/kube-apiserver-control-plane-1", ".status.phase"))
        .isEqualTo("Running");
  }

  @Test
  void limitsChangeWhileItRuns() {
    try {
      cli().ok("start", cluster.name(), "--memory", "3g");

      Eventually.passes("the node knows", () -> assertThat(memory()).isEqualTo(3L << 20));
    } finally {
      cli().ok("start", cluster.name(), "--memory", "2g");
    }
    assertThat(memory()).isEqualTo(2L << 20);
  }

  /** In KiB, as the node sees it. */
  private static long memory() {
    return Long.parseLong(node("awk", "/MemTotal/ {print $2}", "/proc/meminfo").text());
  }

  private static Result node(String... command) {
    return cluster.inNode(command).ok();
  }
}
