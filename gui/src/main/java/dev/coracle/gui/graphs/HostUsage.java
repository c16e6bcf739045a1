package dev.coracle.gui.graphs;

import dev.coracle.cluster.Subscription;
import dev.coracle.cluster.metrics.HostMetrics;
import dev.coracle.cluster.metrics.HostSample;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.async.Pace;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * How busy this machine was as a whole. It samples while at least one {@link #watch} is open and
 * remembers what it has when none is. Used on the UI thread.
 */
public final class HostUsage {

  private static final Set<Metric> KEPT = EnumSet.of(Metric.CPU, Metric.MEMORY);

  private final Background background;
  private final InstantSource clock;
  private final Audience audience;
  private final UsageHistory history = new UsageHistory(KEPT);
  private final Queue<Reading> arrived = new ConcurrentLinkedQueue<>();
  private @Nullable Reading latest;

  private record Reading(Instant at, HostSample sample) {}

  /** The use of this machine; nothing is sampled yet. */
  public HostUsage(HostMetrics metrics, Background background, InstantSource clock) {
    this.background = background;
    this.clock = clock;
    this.audience = new Audience(background, () -> metrics.sample(this::arrive));
  }

  /**
   * Samples until closed.
   *
   * @param onNew called whenever there is something new to draw
   */
  Subscription watch(Pace pace, Runnable onNew) {
    return audience.join(pace, onNew);
  }

  /** What is used now; empty when nothing is sampled. */
  Optional<HostSample> current() {
    Reading reading = latest;
    return reading == null || reading.at().isBefore(clock.instant().minus(ClusterUsage.FRESH))
        ? Optional.empty()
        : Optional.of(reading.sample());
  }

  /** A figure over time, oldest first; NaN where there is a gap; empty for one that is not kept. */
  double[] series(Metric metric, Span span) {
    return history.until(clock.instant(), metric, span);
  }

  private void arrive(HostSample sample) {
    arrived.add(new Reading(clock.instant(), sample));
    background.ui().unhurried(this, audience.pace(), this::drain);
  }

  private void drain() {
    for (Reading next = arrived.poll(); next != null; next = arrived.poll()) {
      HostSample sample = next.sample();
      history.add(next.at(), metric -> figure(metric, sample));
      latest = next;
    }
    audience.tell();
  }

  private static double figure(Metric metric, HostSample sample) {
    return metric == Metric.CPU ? sample.cpuCores() : (double) sample.memory().value();
  }
}
