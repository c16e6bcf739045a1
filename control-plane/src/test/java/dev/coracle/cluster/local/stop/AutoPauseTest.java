package dev.coracle.cluster.local.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.Node;
import dev.coracle.cluster.NodeRole;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.local.ClusterBench;
import dev.coracle.cluster.local.LocalClusters;
import dev.coracle.cluster.progress.ProgressListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutoPauseTest {

  private static final ClusterName DEMO = new ClusterName("demo");
  private static final String NODE = "demo-control-plane-1";
  private static final String EDGE = "demo-edge";
  private static final String WAKE = "coracle-node wake";
  private static final Duration IDLE = Duration.ofMinutes(5);

  @TempDir Path home;
  private ClusterBench bench;
  private LocalClusters clusters;

  @BeforeEach
  void begin() {
    bench = new ClusterBench(home);
    clusters = bench.clusters();
  }

  private Cluster start(UnaryOperator<ClusterSpec> changes) {
    StartRequest request =
        new StartRequest(
            changes, true, StartRequest.DEFAULT_TIMEOUT, false, true, Optional.empty());
    return clusters.start(DEMO, request, ProgressListener.NONE);
  }

  private void startPausing(Duration idle) {
    start(spec -> spec.toBuilder().autoPause(idle).build());
  }

  private String file(String container, String path) {
    return bench.engine().containers().files(container).get(path).text();
  }

  private List<String> calls(String command) {
    return bench.engine().script().calls().stream().filter(call -> call.contains(command)).toList();
  }

  @Test
  void nodesAndEdgesKnowOfItFromTheBeginning() {
    startPausing(IDLE);

    assertThat(file(NODE, "/var/lib/coracle/node.env")).contains("AUTO_PAUSE='300'\n");
    assertThat(file(EDGE, "/etc/coracle/auto-pause")).isEqualTo(address(NODE) + "\n");
    assertThat(file(EDGE, "/etc/haproxy/haproxy.cfg"))
        .contains("lua-load /etc/coracle/auto-pause.lua", "tcp-request content lua.wake");
    assertThat(file(EDGE, "/etc/coracle/auto-pause.lua")).contains("core.register_action(\"wake\"");
  }

  private String address(String container) {
    return bench.engine().containers().find(container).orElseThrow().address().orElseThrow();
  }

  @Test
  void withoutItNothingIsToldAndNobodyWakes() {
    start(UnaryOperator.identity());
    clusters.addNodes(DEMO, NodeRole.WORKER, 1, ProgressListener.NONE);

    assertThat(file(NODE, "/var/lib/coracle/node.env")).contains("AUTO_PAUSE='0'\n");
    assertThat(file(EDGE, "/etc/coracle/auto-pause")).isEmpty();
    assertThat(calls(WAKE)).isEmpty();
  }

  @Test
  void itChangesWhileTheClusterRuns() {
    start(UnaryOperator.identity());

    startPausing(IDLE);

    assertThat(file(NODE, "/var/lib/coracle/node.env")).contains("AUTO_PAUSE='300'\n");
    assertThat(file(EDGE, "/etc/coracle/auto-pause")).isEqualTo(address(NODE) + "\n");
    assertThat(calls("coracle-node apply-auto-pause")).hasSize(1);
    assertThat(clusters.require(DEMO).spec().autoPause()).isEqualTo(IDLE);
  }

  @Test
  void itChangesOnAPausedClusterThatIsStarted() {
    start(UnaryOperator.identity());
    clusters.pause(DEMO, ProgressListener.NONE);

    startPausing(IDLE);

    assertThat(calls("coracle-node apply-auto-pause")).hasSize(1);
  }

  @Test
  void itEndsWhileTheClusterRuns() {
    startPausing(IDLE);

    startPausing(Duration.ZERO);

    assertThat(file(NODE, "/var/lib/coracle/node.env")).contains("AUTO_PAUSE='0'\n");
    assertThat(file(EDGE, "/etc/coracle/auto-pause")).isEmpty();
    assertThat(clusters.require(DEMO).spec().autoPause()).isZero();
  }

  @Test
  void whatPausedByItselfIsSeenAsPausedAndLeftSo() {
    startPausing(IDLE);
    bench.health("{\"autoPaused\":true,\"kubelet\":false,\"apiServer\":false}");
    int before = calls(WAKE).size();

    Cluster cluster = clusters.require(DEMO);

    assertThat(cluster.status().phase()).isEqualTo(Phase.PAUSED);
    assertThat(cluster.status().isAutoPaused()).isTrue();
    assertThat(cluster.status().nodes())
        .extracting(Node::kubelet)
        .containsExactly(Node.Health.PAUSED);
    assertThat(cluster.status().warnings()).isEmpty();
    assertThat(calls(WAKE)).hasSize(before);
  }

  @Test
  void aChangeWakesItFirst() {
    startPausing(IDLE);
    int before = calls(WAKE).size();

    clusters.addNodes(DEMO, NodeRole.WORKER, 1, ProgressListener.NONE);

    assertThat(calls(WAKE)).hasSizeGreaterThan(before);
    assertThat(file(EDGE, "/etc/coracle/auto-pause").lines()).hasSize(2);
    assertThat(file("demo-worker-1", "/var/lib/coracle/node.env")).contains("AUTO_PAUSE='300'\n");
  }

  @Test
  void aResumeWakesIt() {
    startPausing(IDLE);
    int before = calls(WAKE).size();

    clusters.resume(DEMO, ProgressListener.NONE);

    assertThat(calls(WAKE)).hasSizeGreaterThan(before);
  }

  @Test
  void aTimeThatNodesCouldNotHearInIsRefused() {
    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(() -> startPausing(Duration.ofSeconds(9)))
        .withMessageContaining("A cluster cannot pause after 9s.");
  }
}
