package dev.coracle.tray.menu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterEvent;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.SampleClusters;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrayStateTest {

  private static final ClusterName DEMO = new ClusterName("c0");

  private static TrayState of(Phase... phases) {
    List<Cluster> clusters =
        java.util.stream.IntStream.range(0, phases.length)
            .mapToObj(index -> SampleClusters.cluster("c" + index, phases[index]))
            .toList();
    return TrayState.UNKNOWN.listed(clusters);
  }

  @ParameterizedTest
  @CsvSource({
    "'',NONE",
    "STOPPED,STOPPED",
    "CREATING,STARTING",
    "RUNNING,RUNNING",
    "PAUSED,PAUSED",
    "DEGRADED,DEGRADED",
    "ERROR,ERROR",
    "STOPPED PAUSED,PAUSED",
    "PAUSED RUNNING,RUNNING",
    "RUNNING DEGRADED,DEGRADED",
    "DEGRADED CREATING,STARTING",
    "CREATING ERROR,ERROR"
  })
  void worstNewsWins(String phases, IconState expected) {
    Phase[] all =
        Arrays.stream(phases.split(" "))
            .filter(word -> !word.isEmpty())
            .map(Phase::valueOf)
            .toArray(Phase[]::new);

    assertThat(of(all).icon()).isEqualTo(expected);
  }

  @Test
  void aStartOfTheUserMovesTheIconWhateverTheClusterPassesThrough() {
    TrayState stopped = of(Phase.STOPPED).begun(DEMO, Operation.START);
    TrayState broken = of(Phase.ERROR).begun(DEMO, Operation.START);

    assertThat(stopped.icon()).isEqualTo(IconState.STARTING);
    assertThat(broken.icon()).isEqualTo(IconState.STARTING);
    assertThat(broken.ended(DEMO).icon()).isEqualTo(IconState.ERROR);
  }

  @Test
  void aStopOfTheUserDoesNotMoveTheIcon() {
    assertThat(of(Phase.RUNNING).begun(DEMO, Operation.STOP).icon()).isEqualTo(IconState.RUNNING);
  }

  @Test
  void aLostEngineIsAnErrorUntilItIsBack() {
    Problem problem = Problem.of(Problem.Code.ENGINE_NOT_RUNNING, "Gone.", "Start it.");

    TrayState lost = of(Phase.RUNNING).after(new ClusterEvent.EngineLost(problem));

    assertThat(lost.icon()).isEqualTo(IconState.ERROR);
    assertThat(lost.after(new ClusterEvent.EngineBack("Docker")).icon())
        .isEqualTo(IconState.RUNNING);
  }

  @Test
  void aRemovedClusterIsGone() {
    TrayState state = of(Phase.RUNNING).after(new ClusterEvent.Removed(DEMO));

    assertThat(state.clusters()).isEmpty();
    assertThat(state.icon()).isEqualTo(IconState.NONE);
  }
}
