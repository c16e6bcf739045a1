package dev.coracle.gui.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterStatus.KubeconfigState;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.SampleClusters;
import dev.coracle.gui.text.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class OverviewViewModelTest {

  @Test
  void aRunningClusterSaysWhereItAnswersAndWhatItMayUse() {
    ClusterSpec spec =
        ClusterSpec.builder(SampleClusters.VERSION)
            .cpus(2)
            .memory(Bytes.ofMebibytes(4096))
            .ports(List.of(PortMapping.parse("8080:30080")))
            .build();
    OverviewViewModel overview = of(SampleClusters.cluster("demo", spec, Phase.RUNNING));

    assertThat(overview.endpoint()).isEqualTo("https://127.0.0.1:40123");
    assertThat(overview.limits()).isEqualTo("2 CPUs, 4.0 GiB");
    assertThat(overview.ports()).isEqualTo("8080:30080/tcp");
    assertThat(overview.age()).isEqualTo("3 h ago");
    assertThat(overview.uptime()).isEqualTo("For 2 h");
    assertThat(overview.certificates()).isEqualTo("Valid for another 364 days");
    assertThat(overview.kubeconfig()).isEqualTo("Leads here");
    assertThat(overview.warnings()).isEmpty();
  }

  @Test
  void aStoppedClusterAnswersNowhere() {
    OverviewViewModel overview = of(SampleClusters.cluster("demo", Phase.STOPPED));

    assertThat(overview.endpoint()).isEqualTo("Not while the cluster is stopped");
    assertThat(overview.limits()).isEqualTo("No limit");
    assertThat(overview.uptime()).isEqualTo("Not now");
    assertThat(overview.certificates()).isEqualTo("Not known while it does not run");
  }

  @Test
  void whatIsNotKnownIsNotMadeUp() {
    OverviewViewModel overview = of(SampleClusters.unknown("demo", Phase.STOPPED, "Why."));

    assertThat(overview.version()).isEqualTo("Not known");
    assertThat(overview.age()).isEqualTo("Not known");
    assertThat(overview.warnings()).containsExactly("Why.");
  }

  @Test
  void whatNeedsAttentionIsNamedOnce() {
    Cluster degraded = SampleClusters.cluster("demo", Phase.DEGRADED);
    String complaint = degraded.status().nodes().getFirst().complaint().orElseThrow();
    OverviewViewModel overview =
        of(
            SampleClusters.with(
                degraded, KubeconfigState.MISCONFIGURED, List.of("Old certificates.", complaint)));

    assertThat(overview.warnings()).containsExactly("Old certificates.", complaint);
    assertThat(overview.kubeconfig()).startsWith("Leads elsewhere");
  }

  @Test
  void aClusterThatPausedByItselfTellsWhatWakesIt() {
    ClusterSpec spec =
        ClusterSpec.builder(SampleClusters.VERSION).autoPause(Duration.ofMinutes(10)).build();
    Cluster paused = SampleClusters.cluster("demo", spec, Phase.PAUSED);

    assertThat(of(paused).remarks()).isEmpty();
    assertThat(of(SampleClusters.autoPaused(paused)).remarks())
        .singleElement()
        .asString()
        .contains("nobody was connected for 10 min", "next connection resumes it");
  }

  @Test
  void bareNodesWaitForKubeadmAndNothingIsWrongWithThem() {
    ClusterSpec bare = ClusterSpec.builder(SampleClusters.VERSION).bare(true).workers(1).build();
    OverviewViewModel overview = of(SampleClusters.cluster("lab", bare, Phase.RUNNING));

    assertThat(overview.endpoint()).isEqualTo("https://127.0.0.1:40123, once kubeadm has run");
    assertThat(overview.kubeconfig()).startsWith("No entry");
    assertThat(overview.warnings()).isEmpty();
    assertThat(overview.remarks()).singleElement().asString().contains("kubeadm init");
    assertThat(of(SampleClusters.cluster("lab", bare, Phase.STOPPED)).remarks()).isEmpty();
  }

  private static OverviewViewModel of(Cluster cluster) {
    return OverviewViewModel.of(
        cluster, SampleClusters.CREATED_AT.plus(Duration.ofHours(3)), new Texts(Locale.ENGLISH));
  }
}
