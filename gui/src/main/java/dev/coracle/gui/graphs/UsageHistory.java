package dev.coracle.gui.graphs;

import dev.coracle.cluster.metrics.NodeSample;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** What one node used, every figure at every resolution. */
final class UsageHistory {

  private final Map<Metric, Map<Span, RingBuffer>> buffers = new EnumMap<>(Metric.class);

  UsageHistory() {
    for (Metric metric : Metric.values()) {
      Map<Span, RingBuffer> spans = new EnumMap<>(Span.class);
      for (Span span : Span.values()) {
        spans.put(span, new RingBuffer(span));
      }
      buffers.put(metric, spans);
    }
  }

  void add(Instant at, NodeSample sample) {
    buffers.forEach((metric, spans) -> spans.values().forEach(it -> it.add(at, metric.of(sample))));
  }

  double[] until(Instant now, Metric metric, Span span) {
    Map<Span, RingBuffer> spans = buffers.get(metric);
    RingBuffer buffer = spans == null ? null : spans.get(span);
    return buffer == null ? new double[0] : buffer.until(now);
  }
}
