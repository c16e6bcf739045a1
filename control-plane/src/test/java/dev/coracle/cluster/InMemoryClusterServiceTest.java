package dev.coracle.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.progress.ProgressEvent;
import dev.coracle.cluster.progress.ProgressListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The fake keeps the promises that the tests of the front ends rely on. */
class InMemoryClusterServiceTest {

  private static final ClusterName DEMO = new ClusterName("demo");

  private final InMemoryClusterService service = new InMemoryClusterService();

  @Test
  void startAnnouncesItsPlanThenRunsAndTellsWatchers() {
    List<ClusterEvent> seen = new ArrayList<>();
    List<ProgressEvent> progress = new ArrayList<>();
    try (var _ = service.watch(seen::add)) {
      service.start(DEMO, StartRequest.defaults(), progress::add);
    }

    assertThat(progress.getFirst()).isInstanceOf(ProgressEvent.Planned.class);
    assertThat(service.require(DEMO).status().phase()).isEqualTo(Phase.RUNNING);
    assertThat(seen).hasSize(2).allMatch(ClusterEvent.Changed.class::isInstance);
  }

  @Test
  void aFailedStepUndoesANewCluster() {
    Problem problem = Problem.of(Problem.Code.BOOTSTRAP_FAILED, "It broke.", "Look at the logs.");
    service.failNext("await-api", problem);

    assertThatThrownBy(() -> service.start(DEMO, StartRequest.defaults(), ProgressListener.NONE))
        .isInstanceOfSatisfying(
            ClusterException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    assertThat(service.list()).isEmpty();
  }

  @Test
  void aSecondChangeOfTheSameClusterIsRefusedWhileTheFirstRuns() throws Exception {
    CountDownLatch gate = service.hold("check-engine");
    CountDownLatch begun = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first =
          threads.submit(
              () -> service.start(DEMO, StartRequest.defaults(), _ -> begun.countDown()));
      begun.await();

      assertThatThrownBy(() -> service.stop(DEMO, Duration.ZERO, ProgressListener.NONE))
          .isInstanceOfSatisfying(
              ClusterException.class,
              e -> assertThat(e.problem().code()).isEqualTo(Problem.Code.CLUSTER_BUSY));
      gate.countDown();
      first.get();
    }
    assertThat(service.calls()).containsExactly("start demo", "stop demo PT0S");
  }

  @Test
  void anOutageStopsEveryCallUntilTheEngineIsBack() {
    service.put("demo", Phase.STOPPED);
    service.loseEngine(Problem.of(Problem.Code.ENGINE_NOT_RUNNING, "No engine.", "Start it."));
    assertThatThrownBy(service::list).isInstanceOf(ClusterException.class);

    service.restoreEngine();
    assertThat(service.list()).hasSize(1);
  }
}
