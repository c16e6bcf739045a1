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
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster used, by node and in all. It samples while at least one {@link #watch} is open and
 * remembers what it has when none is. Used on the UI thread.
 */
public final class ClusterUsage {

  /** After this long without a sample, a node has no current figures. */
  private static final Duration FRESH = Duration.ofSeconds(5);

  private static final Duration RETRY = Duration.ofSeconds(2);

  private final ClusterName cluster;
  private final ResourceMetrics metrics;
  private final Background background;
  private final InstantSource clock;
  private final TreeMap<String, UsageHistory> nodes = new TreeMap<>();
  private final TreeMap<String, Reading> latest = new TreeMap<>();
  private final Queue<Reading> arrived = new ConcurrentLinkedQueue<>();
  private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
  private @Nullable Sampling sampling;
  private volatile boolean drawn;

  /** A sample and when it arrived: clocks of virtual machines run late after the host slept. */
  private record Reading(Instant at, NodeSample sample) {}

  /** The use of this cluster; nothing is sampled yet. */
  public ClusterUsage(
      ClusterName cluster, ResourceMetrics metrics, Background background, InstantSource clock) {
    this.cluster = cluster;
    this.metrics = metrics;
    this.background = background;
    this.clock = clock;
  }

  /**
   * Samples until closed; several watchers share one stream.
   *
   * @param pace how often at most; several watchers are told at the pace of the fastest
   * @param onNew called whenever there is something new to draw
   */
  public Subscription watch(Pace pace, Runnable onNew) {
    Watcher watcher = new Watcher(pace, onNew);
    watchers.add(watcher);
    if (sampling == null) {
      sampling = new Sampling();
      sampling.open();
    }
    return watcher;
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
    boolean close = !drawn || watchers.stream().anyMatch(it -> it.pace == Pace.CLOSE_LOOK);
    return close ? Pace.CLOSE_LOOK : Pace.GLANCE;
  }

  private void drain() {
    drawn = true;
    for (Reading next = arrived.poll(); next != null; next = arrived.poll()) {
      nodes
          .computeIfAbsent(next.sample().node(), _ -> new UsageHistory())
          .add(next.at(), next.sample());
      latest.put(next.sample().node(), next);
    }
    watchers.forEach(watcher -> watcher.onNew.run());
  }

  /** Somebody who looks. No record: two who are told the same way are still two. */
  private final class Watcher implements Subscription {

    private final Pace pace;
    private final Runnable onNew;

    Watcher(Pace pace, Runnable onNew) {
      this.pace = pace;
      this.onNew = onNew;
    }

    @Override
    public void close() {
      if (watchers.remove(this) && watchers.isEmpty() && sampling != null) {
        sampling.close();
        sampling = null;
      }
    }
  }

  /** One stream of samples; opening it blocks, so it can be closed before it is open. */
  private final class Sampling {

    private @Nullable Subscription stream;
    private boolean closed;

    void open() {
      background.run(
          () -> metrics.sample(cluster, ClusterUsage.this::arrive),
          this::opened,
          _ -> background.after(RETRY, () -> background.ui().execute(this::tryAgain)));
    }

    private void tryAgain() {
      if (!closed) {
        open();
      }
    }

    private void opened(Subscription fresh) {
      stream = fresh;
      if (closed) {
        close();
      }
    }

    void close() {
      closed = true;
      Subscription open = stream;
      if (open != null) {
        background.run(
            () -> {
              open.close();
              return cluster;
            },
            _ -> {},
            _ -> {});
      }
    }
  }
}
