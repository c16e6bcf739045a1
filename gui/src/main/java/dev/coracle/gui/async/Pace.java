package dev.coracle.gui.async;

import java.time.Duration;

/**
 * How often something that moves by itself is drawn anew. Each frame costs a hundredth of a core.
 */
public enum Pace {
  /** Small pictures on a page that lies open for hours. */
  GLANCE(Duration.ofSeconds(3)),
  /** What somebody has opened to watch. */
  CLOSE_LOOK(Duration.ofSeconds(1));

  private final Duration beat;

  Pace(Duration beat) {
    this.beat = beat;
  }

  /** The time from one frame to the next. */
  Duration beat() {
    return beat;
  }
}
