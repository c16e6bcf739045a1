package dev.coracle.gui.text;

import java.time.Duration;
import java.util.Locale;

/** Numbers with units, short enough for a label that is rewritten every second. */
public final class Figures {

  private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

  private Figures() {}

  /** An amount of bytes: {@code 1.4 GiB}. */
  public static String bytes(double amount) {
    int unit = 0;
    double scaled = Math.max(0, amount);
    while (scaled >= 1024 && unit < UNITS.length - 1) {
      scaled /= 1024;
      unit++;
    }
    String form = scaled >= 10 || unit == 0 ? "%.0f %s" : "%.1f %s";
    return form.formatted(scaled, UNITS[unit]);
  }

  /** A rate of bytes: {@code 12 KiB/s}. */
  public static String rate(double perSecond) {
    return bytes(perSecond) + "/s";
  }

  /** Cores in use: {@code 0.42}. */
  public static String cores(double cores) {
    return String.format(Locale.ROOT, cores >= 10 ? "%.1f" : "%.2f", Math.max(0, cores));
  }

  /** How long a step took: {@code 340 ms}, {@code 2.4 s}, {@code 1:05 min}. */
  public static String took(Duration duration) {
    long millis = duration.toMillis();
    if (millis < 1_000) {
      return millis + " ms";
    }
    if (millis < 60_000) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
    return String.format(Locale.ROOT, "%d:%02d min", millis / 60_000, millis / 1000 % 60);
  }

  /** How long something still takes, to the minute: {@code 1 h 59 min}. */
  public static String left(Texts texts, Duration left) {
    long minutes = Math.max(0, left.plusSeconds(30).toMinutes());
    return minutes < 60
        ? texts.get("left.minutes", minutes)
        : texts.get("left.hours", minutes / 60, minutes % 60);
  }

  /** A length of time that somebody chose: {@code 90 s}, {@code 10 min}. */
  public static String span(Texts texts, Duration chosen) {
    return chosen.toSecondsPart() == 0
        ? left(texts, chosen)
        : texts.get("span.seconds", chosen.toSeconds());
  }

  /** How long something lasts already, in its largest unit. */
  public static String lasting(Texts texts, Duration so) {
    if (so.toMinutes() < 1) {
      return texts.get("span.seconds", Math.max(0, so.toSeconds()));
    }
    if (so.toHours() < 1) {
      return texts.get("left.minutes", so.toMinutes());
    }
    return so.toDays() < 1
        ? texts.get("span.hours", so.toHours())
        : texts.get("span.days", so.toDays());
  }

  /** How old something is, in its largest unit. */
  public static String age(Texts texts, Duration age) {
    if (age.toMinutes() < 1) {
      return texts.get("age.now");
    }
    if (age.toHours() < 1) {
      return texts.get("age.minutes", age.toMinutes());
    }
    return age.toDays() < 1
        ? texts.get("age.hours", age.toHours())
        : texts.get("age.days", age.toDays());
  }
}
