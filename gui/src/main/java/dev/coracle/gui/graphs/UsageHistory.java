package dev.coracle.gui.graphs;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** What a node or a machine used, each of these figures at every resolution. */
final class UsageHistory {

  private final Map<Metric, Map<Span, RingBuffer>> buffers = new EnumMap<>(Metric.class);

  /** An empty history of these figures. */
  UsageHistory(Set<Metric> metrics) {
    for (Metric metric : metrics) {
      Map<Span, RingBuffer> spans = new EnumMap<>(Span.class);
      for (Span span : Span.values()) {
        spans.put(span, new RingBuffer(span));
      }
      buffers.put(metric, spans);
    }
  }

  void add(Instant at, ToDoubleFunction<Metric> figure) {
    buffers.forEach(
        (metric, spans) -> spans.values().forEach(it -> it.add(at, figure.applyAsDouble(metric))));
  }

  /** Oldest first, NaN for gaps; empty for a figure that is not kept. */
  double[] until(Instant now, Metric metric, Span span) {
    Map<Span, RingBuffer> spans = buffers.get(metric);
    RingBuffer buffer = spans == null ? null : spans.get(span);
    return buffer == null ? new double[0] : buffer.until(now);
  }
}
