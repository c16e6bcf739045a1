package dev.coracle.launcher.output;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as people write and read them. */
public final class Durations {

  private static final Pattern PART = Pattern.compile("(\\d+)(ms|s|m|h|d)?");
  private static final Pattern FORM = Pattern.compile("(\\d+(ms|s|m|h|d))+|\\d+");

  private Durations() {}

  /**
   * Reads {@code 90s}, {@code 6m}, {@code 1h30m}, {@code 365d}, {@code 500ms}; a bare number counts
   * seconds.
   *
   * @throws ClusterException with {@link Problem.Code#USAGE} for anything else
   */
  public static Duration parse(String text) {
    String stripped = text.strip().toLowerCase(Locale.ROOT);
    if (!FORM.matcher(stripped).matches()) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.USAGE,
              "\"%s\" is not a duration.".formatted(text),
              "Write a number and a unit, for instance 90s, 6m or 8760h."));
    }
    return PART.matcher(stripped)
        .results()
        .map(part -> of(Long.parseLong(part.group(1)), part.group(2)))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static Duration of(long number, @Nullable String unit) {
    return switch (unit == null ? "s" : unit) {
      case "ms" -> Duration.ofMillis(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      case "d" -> Duration.ofDays(number);
      default -> Duration.ofSeconds(number);
    };
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
