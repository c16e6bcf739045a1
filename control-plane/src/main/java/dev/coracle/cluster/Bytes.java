package dev.coracle.cluster;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of memory or disk.
 *
 * @param value in bytes, not negative
 */
public record Bytes(long value) implements Comparable<Bytes> {

  private static final Pattern FORM =
      Pattern.compile("(\\d+)([kmgt]?)(i?b?)", Pattern.CASE_INSENSITIVE);
  private static final String UNITS = "kmgt";

  /** Checks the sign. */
  public Bytes {
    if (value < 0) {
      throw new IllegalArgumentException("negative: " + value);
    }
  }

  /** An amount in mebibytes. */
  public static Bytes ofMebibytes(long mebibytes) {
    return new Bytes(mebibytes << 20);
  }

  /**
   * Reads {@code 2g}, {@code 512Mi}, {@code 1048576}; units are powers of 1024, as Docker's are.
   *
   * @throws ClusterException with {@link Problem.Code#INVALID_SPEC} for anything else
   */
  public static Bytes parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.INVALID_SPEC,
              "\"%s\" is not an amount of memory.".formatted(text),
              "Write a number and a unit, for instance 2g or 1536m."));
    }
    int power = UNITS.indexOf(form.group(2).toLowerCase(Locale.ROOT)) + 1;
    return new Bytes(Long.parseLong(form.group(1)) << (form.group(2).isEmpty() ? 0 : 10 * power));
  }

  /** The amount in mebibytes, rounded down. */
  public long mebibytes() {
    return value >> 20;
  }

  @Override
  public int compareTo(Bytes other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    if (value >= 1L << 30) {
      return "%.1f GiB".formatted(value / (double) (1L << 30));
    }
    return value >= 1L << 20 ? "%d MiB".formatted(value >> 20) : "%d B".formatted(value);
  }
}
