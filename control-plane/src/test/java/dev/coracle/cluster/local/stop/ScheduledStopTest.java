package dev.coracle.cluster.local.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.NodeRole;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.layout.Labels;
import dev.coracle.cluster.local.ClusterBench;
import dev.coracle.cluster.local.LocalClusters;
import dev.coracle.cluster.progress.ProgressListener;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduledStopTest {

  private static final ClusterName DEMO = new ClusterName("demo");
  private static final String NODE = "demo-control-plane-1";
  private static final Instant LATER = Instant.parse("2026-01-01T02:00:00Z");
  private static final Instant PAST = Instant.parse("2025-12-31T23:59:59Z");

  @TempDir Path home;
  private ClusterBench bench;
  private LocalClusters clusters;

  @BeforeEach
  void start() {
    bench = new ClusterBench(home);
    clusters = bench.clusters();
    clusters.start(DEMO, StartRequest.defaults(), ProgressListener.NONE);
  }

  private String file() {
    return bench.engine().containers().files(NODE).get("/etc/coracle/stop-at").text();
  }

  private ContainerInfo.State state(String container) {
    return bench.engine().containers().find(container).orElseThrow().state();
  }

  private boolean isScheduled() {
    return !bench.engine().volumes().list(Labels.of(DEMO, "stop")).isEmpty();
  }

  @Test
  void nodesKeepTheTimeAndStatusTellsIt() {
    clusters.scheduleStop(DEMO, LATER);

    assertThat(file()).isEqualTo(Long.toString(LATER.getEpochSecond()));
    assertThat(bench.engine().script().calls())
        .anyMatch(call -> call.contains(NODE) && call.contains("s6-svc -u /run/service/timer"));
    assertThat(clusters.require(DEMO).status().stopsAt()).contains(LATER);
    assertThat(clusters.scheduledStop(DEMO)).contains(LATER);
  }

  @Test
  void nodesThatComeLaterKeepTheTimeToo() {
    clusters.scheduleStop(DEMO, LATER);

    clusters.addNodes(DEMO, NodeRole.WORKER, 1, ProgressListener.NONE);

    assertThat(
            bench.engine().containers().files("demo-worker-1").get("/etc/coracle/stop-at").text())
        .isEqualTo(Long.toString(LATER.getEpochSecond()));
  }

  @Test
  void aClusterThatStoppedByItselfIsNotPaused() {
    clusters.scheduleStop(DEMO, PAST);

    var refused =
        catchThrowableOfType(
            ClusterException.class, () -> clusters.pause(DEMO, ProgressListener.NONE));

    assertThat(refused.problem().code()).isEqualTo(Problem.Code.CLUSTER_NOT_RUNNING);
    assertThat(state(NODE)).isEqualTo(ContainerInfo.State.EXITED);
  }

  @Test
  void whatStoppedByItselfIsSeenAsStopped() {
    clusters.scheduleStop(DEMO, PAST);
    bench.health("{\"halted\":true}");

    assertThat(clusters.require(DEMO).status().phase()).isEqualTo(Phase.STOPPED);
    assertThat(clusters.require(DEMO).status().warnings()).isEmpty();
  }

  @Test
  void theNextCommandStopsTheContainersAndForgetsTheTime() {
    clusters.scheduleStop(DEMO, PAST);

    var refused =
        catchThrowableOfType(ClusterException.class, () -> clusters.scheduleStop(DEMO, LATER));

    assertThat(refused.problem().code()).isEqualTo(Problem.Code.CLUSTER_NOT_RUNNING);
    assertThat(state(NODE)).isEqualTo(ContainerInfo.State.EXITED);
    assertThat(state("demo-edge")).isEqualTo(ContainerInfo.State.EXITED);
    assertThat(file()).isEmpty();
    assertThat(isScheduled()).isFalse();
  }

  @Test
  void aStartAfterItBringsTheClusterBack() {
    clusters.scheduleStop(DEMO, PAST);

    var cluster = clusters.start(DEMO, StartRequest.defaults(), ProgressListener.NONE);

    assertThat(cluster.status().phase()).isEqualTo(Phase.RUNNING);
    assertThat(file()).isEmpty();
  }

  @Test
  void aStartAStopAndItsOwnCommandCancelIt() {
    clusters.scheduleStop(DEMO, LATER);
    clusters.start(DEMO, StartRequest.defaults(), ProgressListener.NONE);
    assertThat(isScheduled()).isFalse();

    clusters.scheduleStop(DEMO, LATER);
    assertThat(clusters.cancelScheduledStop(DEMO)).isTrue();
    assertThat(clusters.cancelScheduledStop(DEMO)).isFalse();
    assertThat(file()).isEmpty();

    clusters.scheduleStop(DEMO, LATER);
    clusters.stop(DEMO, Duration.ofSeconds(10), ProgressListener.NONE);
    assertThat(isScheduled()).isFalse();
    assertThat(file()).isEmpty();
  }
}
