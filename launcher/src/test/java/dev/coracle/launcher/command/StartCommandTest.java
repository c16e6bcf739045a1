package dev.coracle.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.SampleClusters;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.progress.ProgressEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCommandTest {

  @TempDir Path home;
  private CommandLineFixture cli;

  @BeforeEach
  void setUp() {
    cli = new CommandLineFixture(home);
    cli.environment.put("PATH", "");
  }

  @Test
  void printsALineForEachStepAndTheNextStepForTheUser() {
    cli.services.clusters.delayEveryStep(Duration.ofMillis(100));

    var result = cli.run("start", "demo");

    assertThat(result.out().replaceAll("after [0-9.]+ s", "after T s"))
        .isEqualTo(
            """
            ✓ Checking the engine (0.1 s)
            ✓ Preparing the node image (0.1 s)
            ✓ Issuing certificates (0.1 s)
            ✓ Creating the nodes (0.1 s)
            ✓ Starting the nodes (0.1 s)
            ✓ Waiting for the API server (0.1 s)
            ✓ Waiting until nodes and DNS are ready (0.1 s)
            ✓ Writing the kubeconfig context (0.1 s)
            Cluster "demo" is ready: Kubernetes v1.36.3, 1 node, after T s.
            kubectl uses it now, as context "coracle-demo". Try it: coracle kubectl -- get nodes
            """);
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void usesTheDefaultNameOrTheEnvironmentsOrTheOptions() {
    cli.run("start");
    cli.environment.put("CORACLE_CLUSTER", "from-env");
    cli.run("start");
    cli.run("-c", "from-option", "start");
    cli.run("start", "--cluster", "from-option-too");

    assertThat(cli.services.clusters.calls())
        .containsExactly(
            "start coracle", "start from-env", "start from-option", "start from-option-too");
  }

  @Test
  void everyOptionReachesTheSpec() {
    cli.run(
        ("start demo --kubernetes-version 1.35.4 --cpus 1.5 --memory 3g --port 8080:30080"
                + " --port 5353:30053/udp --api-port 7443 --cni none --no-default-storage"
                + " --set apiserver.v=2 --set kubelet.max-pods=50 --feature-gates A=true,B=false"
                + " --cert-expiration 24h --nodes 5 --control-planes 3")
            .split(" "));

    ClusterSpec spec = cli.services.clusters.require(new ClusterName("demo")).spec();
    assertThat(spec)
        .isEqualTo(
            ClusterSpec.builder(new KubernetesVersion(1, 35, 4))
                .cpus(1.5)
                .memory(Bytes.parse("3g"))
                .ports(
                    List.of(PortMapping.parse("8080:30080"), PortMapping.parse("5353:30053/udp")))
                .apiPort(7443)
                .cni(ClusterSpec.Cni.NONE)
                .defaultStorage(false)
                .settings(Map.of("apiserver.v", "2", "kubelet.max-pods", "50"))
                .featureGates(Map.of("A", true, "B", false))
                .certExpiration(Duration.ofHours(24))
                .controlPlanes(3)
                .workers(2)
                .build());
  }

  @Test
  void bareNodesAreNobodysContext() {
    var started = cli.run("start", "demo", "--bare", "--nodes", "3");
    var listed = cli.run("list");
    var kubectl = cli.run("kubectl", "-c", "demo", "--", "get", "nodes");

    ClusterSpec spec = cli.services.clusters.require(new ClusterName("demo")).spec();
    assertThat(spec.bare()).isTrue();
    assertThat(spec.workers()).isEqualTo(2);
    assertThat(started.out() + started.err())
        .contains("3 bare nodes", "coracle node shell -c demo")
        .doesNotContain("kubectl");
    assertThat(listed.out()).contains("(bare nodes)");
    assertThat(cli.run("list", "-o", "json").out()).contains("\"bare\" : true");
    assertThat(kubectl.exitCode()).isEqualTo(28);
  }

  @Test
  void severalControlPlanesAreKubeadmsToMake() {
    var result = cli.run("start", "demo", "--bare", "--control-planes", "3");

    assertThat(result.exitCode()).isEqualTo(13);
    assertThat(result.err()).contains("--control-planes");
  }

  @Test
  void theRequestCarriesHowToGo() {
    cli.run("start", "--no-wait", "--timeout", "90s", "--keep-on-failure", "--keep-context");

    StartRequest request = cli.services.clusters.requests().getFirst();
    assertThat(request.awaitReady()).isFalse();
    assertThat(request.timeout()).isEqualTo(Duration.ofSeconds(90));
    assertThat(request.keepOnFailure()).isTrue();
    assertThat(request.keepContext()).isTrue();
  }

  @Test
  void whatIsNotAskedStaysAsItIs() {
    ClusterSpec spec =
        ClusterSpec.builder(SampleClusters.VERSION).cpus(2).memory(Bytes.parse("4g")).build();
    cli.services.clusters.put(SampleClusters.cluster("demo", spec, Phase.STOPPED));

    cli.run("start", "demo", "--memory", "5g");

    Cluster changed = cli.services.clusters.require(new ClusterName("demo"));
    assertThat(changed.spec()).isEqualTo(spec.toBuilder().memory(Bytes.parse("5g")).build());
  }

  @Test
  void theUsersDefaultsAreForNewClustersOnly() {
    cli.services.clusters.put("old", Phase.STOPPED);
    cli.run("config", "set", "memory", "4g");

    cli.run("start", "new");
    cli.run("start", "newer", "--memory", "2g");
    cli.run("start", "old");

    assertThat(cli.services.clusters.list())
        .extracting(it -> it.spec().memory().map(Bytes::toString).orElse("none"))
        .containsExactly("4.0 GiB", "2.0 GiB", "none");
  }

  @Test
  void aDryRunPrintsThePlanAndStartsNothing() {
    var result = cli.run("start", "--dry-run");

    assertThat(result.out()).startsWith("Checking the engine\nPreparing the node image\n");
    assertThat(cli.services.clusters.list()).isEmpty();
  }

  @Test
  void aFailureReadsAsSummaryAdviceAndTail() {
    Problem problem =
        Problem.of(Problem.Code.BOOTSTRAP_FAILED, "The API server never answered.", "See the logs.")
            .withOutput("line one\nline two");
    cli.services.clusters.failNext("await-api", problem);

    var result = cli.run("start", "demo");

    assertThat(result.out()).endsWith("✗ Waiting for the API server\n");
    assertThat(result.err())
        .isEqualTo(
            """
            Error: The API server never answered.
            See the logs.
              | line one
              | line two
            """);
    assertThat(result.exitCode()).isEqualTo(50);
  }

  @Test
  void jsonEventsAreOneObjectALine() {
    cli.services.clusters.tell(
        "ensure-image", new ProgressEvent.Advanced("ensure-image", 3, 9, "steps"));

    var lines = cli.run("start", "--json-events").out().lines().toList();

    assertThat(lines).allMatch(line -> line.startsWith("{\"event\":") && line.endsWith("}"));
    assertThat(lines.getFirst())
        .contains("\"planned\"")
        .contains("\"title\":\"Checking the engine\"");
    assertThat(lines)
        .contains(
            "{\"event\":\"advanced\",\"at\":\"2026-01-02T08:04:05Z\",\"step\":\"ensure-image\","
                + "\"done\":3,\"total\":9,\"unit\":\"steps\"}")
        .contains(
            "{\"event\":\"succeeded\",\"at\":\"2026-01-02T08:04:05Z\",\"step\":\"await-api\","
                + "\"ms\":0}");
  }

  @Test
  void jsonPrintsTheClusterOnStdoutAndProgressBeside() {
    var result = cli.run("start", "demo", "-o", "json");

    assertThat(result.out()).startsWith("{\n  \"name\" : \"demo\",\n  \"status\" : \"Running\"");
    assertThat(result.err()).contains("✓ Checking the engine");
  }
}
