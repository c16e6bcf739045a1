package dev.coracle.cluster.metrics;

import dev.coracle.cluster.Bytes;

/** What an operating system counts of the machine it runs. */
interface HostCounters {

  /** The machine itself. */
  Machine machine();

  /** The memory that programs could still have. */
  Bytes available();

  /** The time of all processors since the machine began. */
  Ticks ticks();

  /**
   * Time of processors, in units of which only proportions are used.
   *
   * @param idle spent on nothing, or waiting for a disk
   * @param all spent, idle or not
   */
  record Ticks(long idle, long all) {}
}
