package dev.coracle.gui.graphs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Subscription;
import dev.coracle.gui.async.InlineScheduler;
import dev.coracle.gui.async.Pace;
import dev.coracle.gui.shell.Fakes;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClusterUsageTest {

  private static final ClusterName DEMO = new ClusterName("demo");

  private final Fakes fakes = new Fakes();
  private final ClusterUsage usage =
      new ClusterUsage(DEMO, fakes.metrics, InlineScheduler.background(), fakes.clock);
  private final ResourcesViewModel model =
      new ResourcesViewModel(
          usage, new HostUsage(fakes.host, InlineScheduler.background(), fakes.clock));
  private int told;

  @Test
  void nothingIsSampledUntilSomebodyWatchesAndAfterTheLastLeaves() {
    assertThat(fakes.metrics.listeners(DEMO)).isZero();

    Subscription first = usage.watch(Pace.CLOSE_LOOK, () -> told++);
    Subscription second = usage.watch(Pace.CLOSE_LOOK, () -> told++);
    assertThat(fakes.metrics.listeners(DEMO)).isEqualTo(1);

    first.close();
    first.close();
    assertThat(fakes.metrics.listeners(DEMO)).isEqualTo(1);
    second.close();
    assertThat(fakes.metrics.listeners(DEMO)).isZero();
  }

  @Test
  void whoeverLeftIsNotToldAnyMore() {
    Subscription left = usage.watch(Pace.CLOSE_LOOK, () -> told++);
    int[] stayed = {0};
    usage.watch(Pace.CLOSE_LOOK, () -> stayed[0]++);
    fakes.use("demo", "a", 0.5, 100, 0);
    left.close();
    fakes.use("demo", "a", 0.5, 100, 0);

    assertThat(told).isEqualTo(1);
    assertThat(stayed[0]).isEqualTo(2);
  }

  @Test
  void theClusterIsTheSumOfItsNodes() {
    usage.watch(Pace.CLOSE_LOOK, () -> told++);
    fakes.use("demo", "a", 0.5, 100, 1024);
    fakes.use("demo", "b", 0.25, 200, 1024);

    assertThat(usage.total(Metric.CPU, Span.FIVE_MINUTES)).endsWith(0.75);
    assertThat(usage.series("b", Metric.CPU, Span.FIVE_MINUTES)).endsWith(0.25);
    assertThat(model.current(Graph.MEMORY, Metric.MEMORY)).contains("300 MiB");
    assertThat(model.current(Graph.NETWORK, Metric.RECEIVED)).contains("2.0 KiB/s");
  }

  @Test
  void aChosenNodeStandsAlone() {
    usage.watch(Pace.CLOSE_LOOK, () -> told++);
    fakes.use("demo", "a", 0.5, 100, 0);
    fakes.use("demo", "b", 0.25, 200, 0);
    model.nodeProperty().set(Optional.of("a"));

    assertThat(model.current(Graph.CPU, Metric.CPU)).contains("0.50");
    assertThat(model.curves(Graph.CPU).getFirst()).endsWith(0.5);
    assertThat(model.memoryLimit()).contains("4.0 GiB");
  }

  @Test
  void timeWithoutSamplesIsAGapAndNoFigure() {
    usage.watch(Pace.CLOSE_LOOK, () -> told++);
    fakes.use("demo", "a", 0.5, 100, 0);
    fakes.clock.pass(Duration.ofSeconds(10));

    assertThat(usage.total(Metric.CPU, Span.FIVE_MINUTES)).endsWith(Double.NaN, Double.NaN);
    assertThat(model.current(Graph.CPU, Metric.CPU)).isEmpty();
  }

  @Test
  void whatWasSampledIsRememberedWhileNobodyWatches() {
    usage.watch(Pace.CLOSE_LOOK, () -> told++).close();
    usage.watch(Pace.CLOSE_LOOK, () -> told++);
    fakes.use("demo", "a", 0.5, 100, 0);

    assertThat(usage.total(Metric.CPU, Span.HOUR)).endsWith(0.5);
    assertThat(told).isEqualTo(1);
  }
}
