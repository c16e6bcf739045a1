package dev.coracle.cluster.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterStatus.KubeconfigState;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.InMemoryClusterService;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.SampleClusters;
import dev.coracle.cluster.engine.EngineInfo;
import dev.coracle.cluster.engine.LoopbackPorts;
import dev.coracle.cluster.kubeconfig.KubeconfigFiles;
import dev.coracle.cluster.progress.ProgressListener;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ChecksTest {

  private static final long GIBIBYTE = 1L << 30;

  @TempDir Path folder;

  @Test
  void anEngineIsNamedOrRefused() {
    assertThat(new EngineCheck(() -> engine("Docker Engine", 8, 2)).look().summary())
        .isEqualTo("Docker Engine 29.0.0 answers at unix:///var/run/docker.sock.");
    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(() -> new EngineCheck(() -> engine("Podman Engine", 8, 2)).look())
        .withMessageContaining("Podman");
  }

  @Test
  void memoryIsEnoughOrScarceOrTooLittle() {
    assertThat(memory(8)).isEqualTo(Severity.OK);
    assertThat(memory(2)).isEqualTo(Severity.WARNING);
    assertThat(memory(1)).isEqualTo(Severity.ERROR);
  }

  private static Severity memory(int gibibytes) {
    return new MemoryCheck(() -> engine("Docker", gibibytes, 2)).look().severity();
  }

  @Test
  void oldControlGroupsAreAWarning() {
    assertThat(new CgroupCheck(() -> engine("Docker", 8, 2)).look().severity())
        .isEqualTo(Severity.OK);
    assertThat(new CgroupCheck(() -> engine("Docker", 8, 1)).look().severity())
        .isEqualTo(Severity.WARNING);
  }

  @Test
  void diskSpaceIsJudgedWhereTheEngineKeepsItsData() {
    assertThat(disk(50)).isEqualTo(Severity.OK);
    assertThat(disk(5)).isEqualTo(Severity.WARNING);
    assertThat(disk(1)).isEqualTo(Severity.ERROR);
    assertThat(new DiskCheck(() -> engine("Docker", 8, 2), _ -> Optional.empty()).look())
        .extracting(Finding::severity)
        .isEqualTo(Severity.SKIPPED);
  }

  private static Severity disk(long gibibytes) {
    Optional<Bytes> free = Optional.of(new Bytes(gibibytes * GIBIBYTE));
    return new DiskCheck(() -> engine("Docker", 8, 2), _ -> free).look().severity();
  }

  @Test
  void smallLimitsOfFileWatchesAreAWarningWithACommand() throws IOException {
    Files.writeString(folder.resolve("max_user_instances"), "128\n");
    Files.writeString(folder.resolve("max_user_watches"), "524288\n");

    Finding finding = new InotifyCheck(folder).look();

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.summary()).contains("128 watchers");
    assertThat(finding.fix().orElseThrow().command()).startsWith("sudo sysctl");
    Files.writeString(folder.resolve("max_user_instances"), "1024\n");
    assertThat(new InotifyCheck(folder).look().severity()).isEqualTo(Severity.OK);
    assertThat(new InotifyCheck(folder.resolve("none")).look().severity())
        .isEqualTo(Severity.SKIPPED);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theKernelsOwnLimitsAreReadWhole() throws IOException {
    Path kernel = Path.of("/proc/sys/fs/inotify");
    String limit;
    try (InputStream file = Files.newInputStream(kernel.resolve("max_user_watches"))) {
      limit = new String(file.readNBytes(32), StandardCharsets.US_ASCII).strip();
    }

    assertThat(limit).hasSizeGreaterThan(1);
    assertThat(new InotifyCheck(kernel).look().summary()).contains("watch " + limit + " files");
  }

  @Test
  void aKubeconfigIsReadable() throws IOException {
    Path file = folder.resolve("config");
    var check = new KubeconfigCheck(KubeconfigFiles.of(Map.of("KUBECONFIG", "" + file), folder));
    assertThat(check.look().severity()).isEqualTo(Severity.OK);
    Files.writeString(file, "clusters: [unfinished\n");

    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(check::look)
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(Problem.Code.KUBECONFIG_INVALID));
  }

  @Test
  void portsOfStoppedClustersThatOthersTookAreNamed() {
    var clusters = new InMemoryClusterService();
    ClusterSpec spec =
        ClusterSpec.builder(SampleClusters.VERSION)
            .ports(List.of(PortMapping.parse("8080:30080"), PortMapping.parse("9090:30090")))
            .build();
    clusters.put(SampleClusters.cluster("lab", spec, Phase.STOPPED));
    clusters.put(SampleClusters.cluster("demo", spec, Phase.RUNNING));

    Finding finding = new PortCheck(() -> clusters, port -> port.hostPort() != 8080).look();

    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.summary()).isEqualTo("Another program uses port 8080 of cluster \"lab\".");
    assertThat(new PortCheck(() -> clusters, _ -> true).look().severity()).isEqualTo(Severity.OK);
  }

  @Test
  void aPortIsFreeUnlessSomebodyListens() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(LoopbackPorts.isFree(socket.getLocalPort())).isFalse();
    }
  }

  @Test
  void clustersAreJudgedByTheirPhase() {
    assertThat(cluster(Phase.RUNNING)).isEqualTo(Severity.OK);
    assertThat(cluster(Phase.STOPPED)).isEqualTo(Severity.OK);
    assertThat(cluster(Phase.DEGRADED)).isEqualTo(Severity.WARNING);
    assertThat(cluster(Phase.ERROR)).isEqualTo(Severity.ERROR);
  }

  private static Severity cluster(Phase phase) {
    return new ClusterCheck(SampleClusters.cluster("demo", phase)).look().severity();
  }

  @Test
  void anEntryThatLeadsElsewhereIsRepaired() {
    List<ClusterName> repaired = new ArrayList<>();
    Cluster running = SampleClusters.cluster("demo", Phase.RUNNING);
    Cluster lost = SampleClusters.with(running, KubeconfigState.MISCONFIGURED, List.of());

    Finding finding = new EntryCheck(lost, repaired::add).look();
    finding.fix().orElseThrow().action().orElseThrow().accept(ProgressListener.NONE);

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(repaired).containsExactly(new ClusterName("demo"));
    assertThat(new EntryCheck(running, repaired::add).look().severity()).isEqualTo(Severity.OK);
  }

  private static EngineInfo engine(String name, int gibibytes, int cgroups) {
    return new EngineInfo(
        name,
        "29.0.0",
        "1.44",
        "unix:///var/run/docker.sock",
        "Debian",
        "x86_64",
        2,
        new Bytes(gibibytes * GIBIBYTE),
        cgroups,
        false,
        false,
        "/var/lib/docker");
  }
}
