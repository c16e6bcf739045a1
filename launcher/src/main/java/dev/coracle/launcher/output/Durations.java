package dev.coracle.launcher.output;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.DurationText;
import java.time.Duration;
import java.util.Locale;

/** Durations as people write and read them. */
public final class Durations {

  private Durations() {}

  /**
   * Reads {@code 90s}, {@code 6m}, {@code 1h30m}, {@code 365d}, {@code 500ms}; a bare number counts
   * seconds.
   *
   * @throws ClusterException with {@code USAGE} for anything else
   */
  public static Duration parse(String text) {
    return DurationText.parse(text);
  }

  /** How long something took: {@code 1.6 s}, {@code 2 m 5 s}. */
  public static String took(Duration duration) {
    if (duration.compareTo(Duration.ofSeconds(100)) < 0) {
      return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
    return "%d m %d s".formatted(duration.toMinutes(), duration.toSecondsPart());
  }

  /** How old something is, in its largest unit: {@code 40s}, {@code 5m}, {@code 3h}, {@code 2d}. */
  public static String age(Duration duration) {
    if (duration.toMinutes() < 2) {
      return Math.max(0, duration.toSeconds()) + "s";
    }
    if (duration.toHours() < 2) {
      return duration.toMinutes() + "m";
    }
    return duration.toDays() < 2 ? duration.toHours() + "h" : duration.toDays() + "d";
  }
}
