package dev.coracle.cluster;

import java.time.Duration;

/** When a cluster pauses by itself, as people write it in options and files. */
public final class AutoPauseText {

  private static final String OFF = "off";

  private AutoPauseText() {}

  /**
   * Reads {@code off} or a duration.
   *
   * @throws ClusterException with {@link Problem.Code#USAGE} for anything else
   */
  public static Duration parse(String text) {
    return text.strip().equalsIgnoreCase(OFF) ? Duration.ZERO : DurationText.parse(text);
  }

  /** The text that {@link #parse} reads as this. */
  public static String of(Duration idle) {
    return idle.isZero() ? OFF : DurationText.of(idle);
  }
}
