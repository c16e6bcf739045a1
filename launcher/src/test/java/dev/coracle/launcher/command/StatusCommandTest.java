package dev.coracle.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterStatus.KubeconfigState;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.SampleClusters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusCommandTest {

  @TempDir Path home;
  private CommandLineFixture cli;

  @BeforeEach
  void setUp() {
    cli = new CommandLineFixture(home);
  }

  @Test
  void readsAsMinikubesUsersKnowIt() {
    ClusterSpec spec = ClusterSpec.builder(SampleClusters.VERSION).workers(1).build();
    cli.services.clusters.put(SampleClusters.cluster("demo", spec, Phase.RUNNING));

    var result = cli.run("status", "demo");

    assertThat(result.out())
        .isEqualTo(
            """
            control-plane-1
            type: Control Plane
            host: Running
            kubelet: Running
            apiserver: Running
            kubeconfig: Configured

            worker-1
            type: Worker
            host: Running
            kubelet: Running

            """);
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void bareNodesWaitForKubeadmAndThatIsNoFault() {
    ClusterSpec spec = ClusterSpec.builder(SampleClusters.VERSION).bare(true).workers(1).build();
    cli.services.clusters.put(SampleClusters.cluster("demo", spec, Phase.RUNNING));

    var result = cli.run("status", "demo");

    assertThat(result.out())
        .isEqualTo(
            """
            control-plane-1
            type: Control Plane
            host: Running
            kubelet: Unconfigured
            apiserver: Unconfigured
            kubeconfig: Irrelevant

            worker-1
            type: Worker
            host: Running
            kubelet: Unconfigured

            Nodes that are unconfigured wait for kubeadm. See: coracle node shell -c demo
            """);
    assertThat(result.exitCode()).isZero();
    assertThat(cli.run("status", "demo", "-o", "json", "--layout", "cluster").out())
        .contains("\"StatusName\" : \"OK\"")
        .doesNotContain("520", "500");
  }

  @Test
  void aStoppedBareClusterIsStopped() {
    ClusterSpec spec = ClusterSpec.builder(SampleClusters.VERSION).bare(true).build();
    cli.services.clusters.put(SampleClusters.cluster("demo", spec, Phase.STOPPED));

    assertThat(cli.run("status", "demo").exitCode()).isEqualTo(7);
  }

  @Test
  void tellsHowLongItGoesOnThatStopsByItself() {
    cli.services.clusters.put("demo", Phase.RUNNING);
    assertThat(cli.run("status", "demo").err()).isEmpty();

    cli.run("stop", "demo", "--schedule", "2h");

    assertThat(cli.run("status", "demo").err()).contains("It stops by itself in 2h.");
  }

  @Test
  void tellsWhatPausedByItselfWithTheCodesOfAPause() {
    ClusterSpec spec =
        ClusterSpec.builder(SampleClusters.VERSION).autoPause(Duration.ofMinutes(10)).build();
    cli.services.clusters.put(
        SampleClusters.autoPaused(SampleClusters.cluster("demo", spec, Phase.PAUSED)));

    var status = cli.run("status", "demo");

    assertThat(status.exitCode()).isEqualTo(3);
    assertThat(status.out() + status.err())
        .contains("host: Paused", "nobody was connected for 10m");
    assertThat(cli.run("list").out()).contains("Paused (auto)");
  }

  @ParameterizedTest
  @CsvSource({"RUNNING,0", "DEGRADED,2", "ERROR,2", "PAUSED,3", "STOPPED,7", "CREATING,7"})
  void theExitCodeAddsUpWhatIsWrong(Phase phase, int code) {
    cli.services.clusters.put("demo", phase);

    assertThat(cli.run("status", "demo").exitCode()).isEqualTo(code);
  }

  @Test
  void oneNodeIsAnObjectAndSeveralAreAnArray() {
    ClusterSpec spec = ClusterSpec.builder(SampleClusters.VERSION).workers(1).build();
    cli.services.clusters.put("one", Phase.STOPPED);
    cli.services.clusters.put(SampleClusters.cluster("two", spec, Phase.RUNNING));

    assertThat(cli.run("status", "one", "-o", "json").out())
        .isEqualTo(
            """
            {
              "Name" : "control-plane-1",
              "Host" : "Stopped",
              "Kubelet" : "Stopped",
              "APIServer" : "Stopped",
              "Kubeconfig" : "Stopped",
              "Worker" : false
            }
            """);
    assertThat(cli.run("status", "two", "-o", "json").out())
        .startsWith("[ {")
        .contains("\"APIServer\" : \"Irrelevant\"");
  }

  @Test
  void theLayoutClusterCarriesNumericCodes() {
    cli.services.clusters.put("demo", Phase.PAUSED);

    assertThat(cli.run("status", "demo", "-o", "json", "--layout", "cluster").out())
        .contains("\"StatusCode\" : 418", "\"StatusName\" : \"Paused\"", "\"BinaryVersion\"");
  }

  @Test
  void whatIsWrongIsWarnedOfBesideTheData() {
    var cluster = SampleClusters.cluster("demo", Phase.RUNNING);
    cli.services.clusters.put(
        SampleClusters.with(
            cluster, KubeconfigState.MISCONFIGURED, List.of("Certificates expire tomorrow.")));

    var result = cli.run("status", "demo");

    assertThat(result.out()).contains("kubeconfig: Misconfigured");
    assertThat(result.err())
        .isEqualTo(
            """
            Warning: Certificates expire tomorrow.
            Warning: kubectl does not lead to this cluster. To mend that, run: coracle kubeconfig\
             repair demo
            """);
    assertThat(result.exitCode()).isEqualTo(4);
  }

  @Test
  void anAbsentClusterIsAProblem() {
    var result = cli.run("status", "demo");

    assertThat(result.exitCode()).isEqualTo(16);
    assertThat(result.err())
        .isEqualTo(
            """
            Error: There is no cluster "demo".
            Run `coracle start demo` to create it.
            """);
  }
}
