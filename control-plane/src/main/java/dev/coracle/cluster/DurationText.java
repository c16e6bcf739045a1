package dev.coracle.cluster;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as people write them in options and files. */
public final class DurationText {

  private static final Pattern PART = Pattern.compile("(\\d+)(ms|s|m|h|d)?");
  private static final Pattern FORM = Pattern.compile("(\\d{1,9}(ms|s|m|h|d))+|\\d{1,9}");

  private DurationText() {}

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

  /** The text that {@link #parse} reads as this duration, in whole seconds. */
  public static String of(Duration duration) {
    if (duration.equals(Duration.ofHours(duration.toHours()))) {
      return duration.toHours() + "h";
    }
    return duration.equals(Duration.ofMinutes(duration.toMinutes()))
        ? duration.toMinutes() + "m"
        : duration.toSeconds() + "s";
  }
}
