package dev.coracle.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.SampleClusters;
import dev.coracle.cluster.UpgradeRequest;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpgradeCommandTest {

  @TempDir Path home;
  private CommandLineFixture cli;

  @BeforeEach
  void startOlder() {
    cli = new CommandLineFixture(home);
    ClusterSpec older = ClusterSpec.ofVersion(KubernetesVersion.parse("v1.35.4"));
    cli.services.clusters.put(SampleClusters.cluster("demo", older, Phase.RUNNING));
  }

  @Test
  void anUpgradeTakesItsOptionsAndTellsTheVersion() {
    var result =
        cli.run(
            "upgrade",
            "demo",
            "--kubernetes-version",
            "v1.36.3",
            "--drain-timeout",
            "30s",
            "--force",
            "--grace",
            "5s");

    UpgradeRequest request = cli.services.clusters.upgrades().getLast();
    assertThat(request.version()).contains(KubernetesVersion.parse("v1.36.3"));
    assertThat(request.drainTimeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(request.grace()).isEqualTo(Duration.ofSeconds(5));
    assertThat(request.force()).isTrue();
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("Making the edges anew", "has Kubernetes v1.36.3 now");
  }

  @Test
  void nothingToDoIsNoError() {
    cli.run("upgrade", "demo");

    var again = cli.run("upgrade", "demo");

    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).contains("there is nothing to do");
    assertThat(cli.services.clusters.upgrades()).hasSize(1);
  }

  @Test
  void aDryRunPrintsStepsAndTakesNone() {
    var result = cli.run("upgrade", "demo", "--dry-run");

    assertThat(result.out())
        .isEqualTo("Checking the nodes\nMaking the edges anew\nKeeping the result\n");
    assertThat(cli.services.clusters.upgrades()).isEmpty();
  }

  @Test
  void theClusterIsPrintedForPrograms() {
    var result = cli.run("upgrade", "demo", "-o", "json");

    assertThat(result.out()).contains("\"v1.36.3\"");
  }

  @Test
  void aVersionThatIsNoneIsRefused() {
    var result = cli.run("upgrade", "demo", "--kubernetes-version", "latest");

    assertThat(result.exitCode()).isEqualTo(Problem.Code.UNKNOWN_KUBERNETES_VERSION.exitCode());
    assertThat(result.err()).contains("coracle version");
  }
}
