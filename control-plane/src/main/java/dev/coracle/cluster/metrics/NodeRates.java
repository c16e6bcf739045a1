package dev.coracle.cluster.metrics;

import dev.coracle.cluster.engine.ResourceSample;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the counters of one node into rates: each is the difference to the sample before. */
final class NodeRates {

  private static final double NANOS_PER_SECOND = 1e9;

  private final String node;
  private @Nullable ResourceSample before;

  NodeRates(String node) {
    this.node = node;
  }

  /** The rates since the last sample; none for the first and after the counters began anew. */
  synchronized Optional<NodeSample> next(ResourceSample now) {
    ResourceSample last = before;
    before = now;
    if (last == null || !follows(last, now)) {
      return Optional.empty();
    }
    return Optional.of(rates(last, now));
  }

  /** A node that was started again counts from zero: no rate can be told from that. */
  private static boolean follows(ResourceSample last, ResourceSample now) {
    return now.at().isAfter(last.at())
        && now.cpuNanos() >= last.cpuNanos()
        && now.received() >= last.received()
        && now.sent() >= last.sent()
        && now.diskRead() >= last.diskRead()
        && now.diskWritten() >= last.diskWritten();
  }

  private NodeSample rates(ResourceSample last, ResourceSample now) {
    double seconds = Duration.between(last.at(), now.at()).toNanos() / NANOS_PER_SECOND;
    return new NodeSample(
        node,
        now.at(),
        (now.cpuNanos() - last.cpuNanos()) / NANOS_PER_SECOND / seconds,
        now.memory(),
        now.memoryLimit(),
        (now.received() - last.received()) / seconds,
        (now.sent() - last.sent()) / seconds,
        (now.diskRead() - last.diskRead()) / seconds,
        (now.diskWritten() - last.diskWritten()) / seconds);
  }
}
