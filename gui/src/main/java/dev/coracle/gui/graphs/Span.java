package dev.coracle.gui.graphs;

import java.time.Duration;

/** How far a graph looks back, and how finely. */
public enum Span {
  FIVE_MINUTES(Duration.ofSeconds(1), 300),
  HOUR(Duration.ofSeconds(10), 360),
  DAY(Duration.ofMinutes(1), 1440);

  private final Duration step;
  private final int slots;

  Span(Duration step, int slots) {
    this.step = step;
    this.slots = slots;
  }

  /** The time that one point stands for. */
  public Duration step() {
    return step;
  }

  /** How many points there are. */
  public int slots() {
    return slots;
  }
}
