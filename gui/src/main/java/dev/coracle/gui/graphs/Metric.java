package dev.coracle.gui.graphs;

import dev.coracle.cluster.metrics.NodeSample;

/** A figure that is remembered of every node. */
public enum Metric {
  /** Cores in use. */
  CPU,
  /** Bytes in use. */
  MEMORY,
  /** Bytes per second. */
  RECEIVED,
  /** Bytes per second. */
  SENT,
  /** Bytes per second. */
  DISK_READ,
  /** Bytes per second. */
  DISK_WRITTEN;

  /** This figure of a sample. */
  public double of(NodeSample sample) {
    return switch (this) {
      case CPU -> sample.cpuCores();
      case MEMORY -> (double) sample.memory().value();
      case RECEIVED -> sample.received();
      case SENT -> sample.sent();
      case DISK_READ -> sample.diskRead();
      case DISK_WRITTEN -> sample.diskWritten();
    };
  }
}
