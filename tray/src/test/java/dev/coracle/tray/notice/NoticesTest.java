package dev.coracle.tray.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterEvent;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.SampleClusters;
import dev.coracle.tray.menu.Operation;
import dev.coracle.tray.menu.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NoticesTest {

  private static final ClusterName DEMO = new ClusterName("demo");
  private static final Problem GONE =
      Problem.of(Problem.Code.ENGINE_NOT_RUNNING, "Gone.", "Start Docker.");

  private final List<Runnable> waiting = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final List<String> bodies = new ArrayList<>();
  private final Notices notices =
      new Notices(
          new Texts(Locale.ENGLISH),
          (delay, task) -> {
            assertThat(delay).isEqualTo(Notices.SETTLE);
            waiting.add(task);
            return () -> waiting.remove(task);
          },
          this::tell);

  private void tell(Notice notice) {
    told.add(notice.title());
    bodies.add(notice.body());
  }

  private static Cluster demo(Phase phase) {
    return SampleClusters.cluster("demo", phase);
  }

  private void found(Phase phase) {
    notices.found(List.of(demo(phase)));
  }

  private void see(Phase... phases) {
    for (Phase phase : phases) {
      notices.on(new ClusterEvent.Changed(demo(phase)));
    }
  }

  private void passTime() {
    List.copyOf(waiting).forEach(Runnable::run);
  }

  @Test
  void whatIsFoundAtFirstIsNoNews() {
    found(Phase.RUNNING);
    see(Phase.RUNNING);

    assertThat(told).isEmpty();
  }

  @Test
  void aClusterThatWasCreatedElsewhereIsReadyOnce() {
    notices.found(List.of());
    see(Phase.CREATING, Phase.RUNNING, Phase.RUNNING);

    assertThat(told).containsExactly("demo is ready");
  }

  @Test
  void bareNodesAreReadyForKubeadmAndServeNothing() {
    ClusterSpec bare = ClusterSpec.builder(SampleClusters.VERSION).bare(true).build();
    notices.found(List.of());
    notices.on(new ClusterEvent.Changed(SampleClusters.cluster("demo", bare, Phase.RUNNING)));

    assertThat(told).containsExactly("demo is ready");
    assertThat(bodies)
        .containsExactly("The bare nodes have Kubernetes v1.36.3 for your own kubeadm.");
  }

  @Test
  void aBadStateOnTheWayIsNotTold() {
    found(Phase.STOPPED);
    see(Phase.ERROR, Phase.DEGRADED, Phase.RUNNING);
    passTime();
    see(Phase.DEGRADED, Phase.STOPPED);
    passTime();

    assertThat(told).containsExactly("demo is ready");
  }

  @Test
  void aBadStateThatLastsIsToldOnce() {
    found(Phase.RUNNING);
    see(Phase.DEGRADED);
    assertThat(told).isEmpty();
    passTime();
    see(Phase.DEGRADED);
    passTime();
    see(Phase.ERROR);
    passTime();

    assertThat(told).containsExactly("demo is degraded", "demo does not serve");
  }

  @Test
  void pauseAndResumeAreNoNews() {
    found(Phase.RUNNING);
    see(Phase.PAUSED, Phase.RUNNING);

    assertThat(told).isEmpty();
  }

  @Test
  void aRestartOfTheUserEndsWithReady() {
    found(Phase.RUNNING);
    notices.begun(DEMO, Operation.RESTART);
    see(Phase.STOPPED, Phase.ERROR);
    assertThat(waiting).isEmpty();
    see(Phase.RUNNING);
    notices.ended(DEMO, demo(Phase.RUNNING));

    assertThat(told).containsExactly("demo is ready");
  }

  @Test
  void aStopOfTheUserIsSeenInTheIcon() {
    found(Phase.RUNNING);
    notices.begun(DEMO, Operation.STOP);
    see(Phase.DEGRADED, Phase.STOPPED);
    notices.ended(DEMO, demo(Phase.STOPPED));
    passTime();

    assertThat(told).isEmpty();
  }

  @Test
  void aFailureIsToldOnceAndNotAgainAsAState() {
    found(Phase.STOPPED);
    notices.begun(DEMO, Operation.START);
    see(Phase.ERROR);
    notices.failed(DEMO, Operation.START, GONE, demo(Phase.ERROR));
    see(Phase.ERROR);
    passTime();

    assertThat(told).containsExactly("Starting demo failed");
  }

  @Test
  void whatTheUserCancelledIsNoFailure() {
    found(Phase.STOPPED);
    notices.begun(DEMO, Operation.START);
    Problem interrupted = Problem.of(Problem.Code.INTERRUPTED, "Interrupted.", "");
    notices.failed(DEMO, Operation.START, interrupted, null);

    assertThat(told).isEmpty();
  }

  @Test
  void dockerIsLostOnceAndBackOnce() {
    found(Phase.RUNNING);
    notices.on(new ClusterEvent.EngineLost(GONE));
    notices.on(new ClusterEvent.EngineLost(GONE));
    notices.on(new ClusterEvent.EngineBack("Docker"));
    notices.on(new ClusterEvent.EngineBack("Docker"));

    assertThat(told).containsExactly("Docker does not answer", "Docker answers again");
  }

  @Test
  void dockerThatWasAbsentFromTheBeginningOnlyComes() {
    notices.absent();
    notices.on(new ClusterEvent.EngineLost(GONE));
    notices.present(List.of());

    assertThat(told).containsExactly("Docker answers again");
  }
}
