package dev.coracle.gui.graphs;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Subscription;
import dev.coracle.cluster.metrics.NodeSample;
import dev.coracle.cluster.metrics.ResourceMetrics;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.async.Pace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What a cluster used, by node and in all. It samples while at least one {@link #watch} is open and
 * remembers what it has when none is. Used on the UI thread.
 */
public final class ClusterUsage {

  /** After this long without a sample, a node has no current figures. */
  static final Duration FRESH = Duration.ofSeconds(5);

  private static final Set<Metric> ALL = EnumSet.allOf(Metric.class);

  private final Background background;
  private final InstantSource clock;
  private final Audience audience;
  private final TreeMap<String, UsageHistory> nodes = new TreeMap<>();
  private final TreeMap<String, Reading> latest = new TreeMap<>();
  private final Queue<Reading> arrived = new ConcurrentLinkedQueue<>();
  private volatile boolean drawn;

  /** A sample and when it arrived: clocks of virtual machines run late after the host slept. */
  private record Reading(Instant at, NodeSample sample) {}

  /** The use of this cluster; nothing is sampled yet. */
  public ClusterUsage(
      ClusterName cluster, ResourceMetrics metrics, Background background, InstantSource clock) {
    this.background = background;
    this.clock = clock;
    this.audience = new Audience(background, () -> metrics.sample(cluster, this::arrive));
  }

  /**
   * Samples until closed; several watchers share one stream.
   *
   * @param pace how often at most; several watchers are told at the pace of the fastest
   * @param onNew called whenever there is something new to draw
   */
  public Subscription watch(Pace pace, Runnable onNew) {
    return audience.join(pace, onNew);
  }

  /** The nodes that were sampled, by name. */
  public List<String> nodes() {
    return List.copyOf(nodes.keySet());
  }

  /** What a node uses now; empty when it is silent. */
  public Optional<NodeSample> current(String node) {
    Reading reading = latest.get(node);
    return reading == null || reading.at().isBefore(clock.instant().minus(FRESH))
        ? Optional.empty()
        : Optional.of(reading.sample());
  }

  /** What every node uses now. */
  public List<NodeSample> current() {
    return latest.keySet().stream().map(this::current).flatMap(Optional::stream).toList();
  }

  /** A node's figure over time, oldest first; NaN where there is a gap. */
  public double[] series(String node, Metric metric, Span span) {
    UsageHistory history = nodes.get(node);
    return history == null ? new double[0] : history.until(clock.instant(), metric, span);
  }

  /** The cluster's figure over time: the sum of its nodes; NaN where none was sampled. */
  public double[] total(Metric metric, Span span) {
    Instant now = clock.instant();
    return nodes.values().stream()
        .map(history -> history.until(now, metric, span))
        .reduce(ClusterUsage::sum)
        .orElse(new double[0]);
  }

  private static double[] sum(double[] left, double[] right) {
    double[] sum = new double[left.length];
    for (int i = 0; i < sum.length; i++) {
      boolean gap = Double.isNaN(left[i]) || Double.isNaN(right[i]);
      sum[i] = gap ? (Double.isNaN(left[i]) ? right[i] : left[i]) : left[i] + right[i];
    }
    return sum;
  }

  private void arrive(NodeSample sample) {
    arrived.add(new Reading(clock.instant(), sample));
    background.ui().unhurried(this, pace(), this::drain);
  }

  /** Nobody waits longer than needed for the first figures. */
  private Pace pace() {
    return drawn ? audience.pace() : Pace.CLOSE_LOOK;
  }

  private void drain() {
    drawn = true;
    for (Reading next = arrived.poll(); next != null; next = arrived.poll()) {
      NodeSample sample = next.sample();
      nodes
          .computeIfAbsent(sample.node(), _ -> new UsageHistory(ALL))
          .add(next.at(), metric -> metric.of(sample));
      latest.put(sample.node(), next);
    }
    audience.tell();
  }
}
