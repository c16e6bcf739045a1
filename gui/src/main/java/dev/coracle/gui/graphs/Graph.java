package dev.coracle.gui.graphs;

import dev.coracle.gui.text.Figures;
import java.util.List;

/** A graph of the resources page: the figures it draws together, and how its axis reads. */
public enum Graph {
  CPU,
  MEMORY,
  NETWORK,
  DISK;

  /** What is drawn, a curve each. */
  public List<Metric> metrics() {
    return switch (this) {
      case CPU -> List.of(Metric.CPU);
      case MEMORY -> List.of(Metric.MEMORY);
      case NETWORK -> List.of(Metric.RECEIVED, Metric.SENT);
      case DISK -> List.of(Metric.DISK_READ, Metric.DISK_WRITTEN);
    };
  }

  /** Whether a cluster's figure is a share of what its machine has. */
  public boolean sharesMachine() {
    return this == CPU || this == MEMORY;
  }

  /** A value as text. */
  public String figure(double value) {
    return switch (this) {
      case CPU -> Figures.cores(value);
      case MEMORY -> Figures.bytes(value);
      case NETWORK, DISK -> Figures.rate(value);
    };
  }

  /** The upper end of the axis for these curves. */
  public double top(List<double[]> curves) {
    double highest = 1.1 * curves.stream().mapToDouble(Scale::highest).max().orElse(0);
    return this == CPU ? Scale.decimal(floor(), highest) : Scale.binary(floor(), highest);
  }

  /** However little is used, the axis ends no lower: idle shall look idle. */
  private double floor() {
    return switch (this) {
      case CPU -> 0.5;
      case MEMORY -> 256 << 20;
      case NETWORK -> 16 << 10;
      case DISK -> 64 << 10;
    };
  }
}
