package dev.coracle.gui.graphs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Subscription;
import dev.coracle.cluster.metrics.HostSamples;
import dev.coracle.gui.async.InlineScheduler;
import dev.coracle.gui.shell.Fakes;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostUsageTest {

  private final Fakes fakes = new Fakes();
  private final Usages usages =
      new Usages(fakes.metrics, fakes.host, InlineScheduler.background(), fakes.clock);
  private final ResourcesViewModel model =
      new ResourcesViewModel(usages.of(new ClusterName("demo")), usages.host());
  private int drawn;

  @Test
  void theMachineIsSampledWhileTheWholeClusterIsWatched() {
    assertThat(fakes.host.listeners()).isZero();
    Subscription watching = model.watch(() -> drawn++);
    assertThat(fakes.host.listeners()).isEqualTo(1);

    model.nodeProperty().set(Optional.of("control-plane-1"));
    assertThat(fakes.host.listeners()).isZero();
    model.nodeProperty().set(Optional.empty());
    assertThat(fakes.host.listeners()).isEqualTo(1);
    watching.close();
    assertThat(fakes.host.listeners()).isZero();
  }

  @Test
  void whoDoesNotWantItIsNotShownIt() {
    model.watch(() -> drawn++);
    fakes.busy(2, 8);
    model.hostWantedProperty().set(false);

    assertThat(fakes.host.listeners()).isZero();
    assertThat(model.hostCurve(Graph.CPU)).isEmpty();
    assertThat(model.host()).isEmpty();
  }

  @Test
  void whatAllProcessesUseIsACurve() {
    model.watch(() -> drawn++);
    fakes.busy(2, 8);
    fakes.clock.pass(Duration.ofSeconds(1));
    fakes.busy(3.5, 9);

    assertThat(model.hostCurve(Graph.CPU)).endsWith(Double.NaN, 2, 3.5);
    assertThat(model.hostCurve(Graph.MEMORY)).endsWith(8.0 * (1L << 30), 9.0 * (1L << 30));
    assertThat(model.host()).contains(HostSamples.shared(3.5, 9));
  }

  @Test
  void timeWithoutSamplesIsAGapAndNoFigure() {
    model.watch(() -> drawn++);
    fakes.busy(2, 8);
    fakes.clock.pass(Duration.ofSeconds(10));

    assertThat(model.hostCurve(Graph.CPU)).endsWith(Double.NaN, Double.NaN);
    assertThat(model.host()).isEmpty();
  }

  @Test
  void itIsDrawnWithTheClustersSamplesAndByItselfWhenThereAreNone() {
    model.watch(() -> drawn++);
    fakes.busy(2, 8);
    assertThat(drawn).isEqualTo(1);

    fakes.use("demo", "control-plane-1", 0.5, 100, 0);
    fakes.busy(2, 8);
    assertThat(drawn).isEqualTo(2);
  }

  @Test
  void anotherClusterRemembersTheSameMachine() {
    model.watch(() -> drawn++).close();
    ResourcesViewModel other =
        new ResourcesViewModel(usages.of(new ClusterName("lab")), usages.host());
    model.watch(() -> drawn++);
    fakes.busy(2, 8);

    assertThat(other.hostCurve(Graph.CPU)).endsWith(2);
  }
}
