package dev.coracle.gui.graphs;

import java.time.Instant;
import java.util.Arrays;

/** The mean of a figure per step of time, for the last so many steps; a step may be missing. */
final class RingBuffer {

  private final long stepMillis;
  private final long[] steps;
  private final double[] sums;
  private final int[] counts;

  RingBuffer(Span span) {
    stepMillis = span.step().toMillis();
    steps = new long[span.slots()];
    sums = new double[span.slots()];
    counts = new int[span.slots()];
    Arrays.fill(steps, Long.MIN_VALUE);
  }

  void add(Instant at, double value) {
    long step = step(at);
    int slot = slot(step);
    if (steps[slot] != step) {
      steps[slot] = step;
      sums[slot] = 0;
      counts[slot] = 0;
    }
    sums[slot] += value;
    counts[slot]++;
  }

  /**
   * The means up to now, oldest first; NaN where nothing was sampled. Samples come about once a
   * step, so a single empty step between two full ones is jitter and is bridged, no gap.
   */
  double[] until(Instant now) {
    double[] values = new double[steps.length];
    long oldest = step(now) - values.length + 1;
    for (int i = 0; i < values.length; i++) {
      values[i] = mean(oldest + i);
    }
    bridgeSingles(values);
    return values;
  }

  private double mean(long step) {
    int slot = slot(step);
    return steps[slot] == step ? sums[slot] / counts[slot] : Double.NaN;
  }

  private static void bridgeSingles(double[] values) {
    for (int i = 1; i < values.length - 1; i++) {
      if (Double.isNaN(values[i])) {
        values[i] = (values[i - 1] + values[i + 1]) / 2;
      }
    }
  }

  private long step(Instant at) {
    return Math.floorDiv(at.toEpochMilli(), stepMillis);
  }

  private int slot(long step) {
    return Math.floorMod(step, steps.length);
  }
}
