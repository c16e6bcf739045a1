package dev.coracle.gui.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.coracle.cluster.ClusterEvent;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.SampleClusters;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.async.InlineScheduler;
import dev.coracle.gui.operation.Operations;
import dev.coracle.gui.shell.Fakes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClusterDirectoryTest {

  private static final Problem OUTAGE =
      Problem.of(Problem.Code.ENGINE_NOT_RUNNING, "Docker does not answer.", "Start it.");

  private final Fakes fakes = new Fakes();
  private final Background background = InlineScheduler.background();
  private final Operations operations = new Operations(fakes.clusters, background, fakes.clock);
  private final ClusterDirectory directory =
      new ClusterDirectory(fakes.clusters, operations, background, Duration.ofMillis(20));

  @Test
  void clustersAreListedByNameWhoeverMadeThem() {
    fakes.clusters.put("demo", Phase.RUNNING);
    directory.open();
    fakes.clusters.put("alpha", Phase.STOPPED);

    assertThat(directory.clusters())
        .extracting(it -> it.name() + " " + it.phase())
        .containsExactly("alpha STOPPED", "demo RUNNING");
  }

  @Test
  void aChangeKeepsTheSameViewModel() {
    fakes.clusters.put("demo", Phase.RUNNING);
    directory.open();
    ClusterViewModel before = directory.clusters().getFirst();
    fakes.clusters.put("demo", Phase.PAUSED);

    assertThat(directory.clusters()).containsExactly(before);
    assertThat(before.phase()).isEqualTo(Phase.PAUSED);
  }

  @Test
  void aRemovedClusterIsGone() {
    fakes.clusters.put("demo", Phase.RUNNING);
    directory.open();
    fakes.clusters.emit(new ClusterEvent.Removed(new ClusterName("demo")));

    assertThat(directory.clusters()).isEmpty();
  }

  @Test
  void whileTheEngineIsLostTheLastKnownStayAndNothingCanBeDone() {
    fakes.clusters.put("demo", Phase.RUNNING);
    directory.open();
    ClusterViewModel demo = directory.clusters().getFirst();
    var canStop = demo.canStop();
    assertThat(canStop.get()).isTrue();
    fakes.clusters.loseEngine(OUTAGE);

    assertThat(directory.outageProperty().get()).isEqualTo(OUTAGE);
    assertThat(directory.clusters()).containsExactly(demo);
    assertThat(canStop.get()).isFalse();

    fakes.clusters.restoreEngine();
    assertThat(directory.outageProperty().get()).isNull();
    assertThat(canStop.get()).isTrue();
  }

  @Test
  void anEngineThatIsMissingAtFirstIsAskedAgain() {
    fakes.clusters.loseEngine(OUTAGE);
    directory.open();
    assertThat(directory.outageProperty().get()).isEqualTo(OUTAGE);
    assertThat(directory.loadedProperty().get()).isFalse();

    fakes.clusters.restoreEngine();
    await().atMost(Duration.ofSeconds(5)).until(() -> directory.loadedProperty().get());
    fakes.clusters.put("demo", Phase.RUNNING);
    assertThat(directory.clusters()).hasSize(1);
  }

  @Test
  void onlyWhatMakesSenseCanBeDone() {
    fakes.clusters.put("demo", Phase.PAUSED);
    directory.open();
    ClusterViewModel demo = directory.clusters().getFirst();
    assertThat(demo.canResume().get()).isTrue();
    assertThat(demo.canStop().get()).isTrue();
    assertThat(demo.canStart().get()).isFalse();
    assertThat(demo.canPause().get()).isFalse();

    demo.resume();
    assertThat(fakes.clusters.calls()).containsExactly("resume demo");
    assertThat(demo.canPause().get()).isTrue();
    assertThat(demo.canResume().get()).isFalse();
  }

  /** Scheduling a stop is one of the changes that no event tells. */
  @Test
  void nodesThatWaitForKubeadmAreLookedAtAgain() {
    ClusterName lab = new ClusterName("lab");
    ClusterSpec bare = ClusterSpec.builder(SampleClusters.VERSION).bare(true).build();
    fakes.clusters.put("lab", Phase.RUNNING);
    directory.open();
    fakes.clusters.scheduleStop(lab, fakes.clock.instant());
    directory.lookAgain();
    assertThat(stopOf(lab)).isEmpty();

    fakes.clusters.put(SampleClusters.cluster("lab", bare, Phase.RUNNING));
    fakes.clusters.scheduleStop(lab, fakes.clock.instant());
    assertThat(stopOf(lab)).isEmpty();
    directory.lookAgain();
    assertThat(stopOf(lab)).contains(fakes.clock.instant());
  }

  private Optional<Instant> stopOf(ClusterName name) {
    return directory.find(name).orElseThrow().clusterProperty().get().status().stopsAt();
  }

  @Test
  void aClosedDirectoryHearsNothing() {
    directory.open();
    directory.close();
    fakes.clusters.put("demo", Phase.RUNNING);

    assertThat(directory.clusters()).isEmpty();
  }
}
