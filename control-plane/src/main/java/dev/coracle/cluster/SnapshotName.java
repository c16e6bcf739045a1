package dev.coracle.cluster;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * The name of a snapshot, unique among those of its cluster.
 *
 * @param value 1 to 60 lower-case letters, digits and hyphens, neither first nor last a hyphen
 */
public record SnapshotName(String value) implements Comparable<SnapshotName> {

  private static final Pattern VALID = Pattern.compile("[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  /**
   * @throws ClusterException with {@link Problem.Code#INVALID_NAME}
   */
  public SnapshotName {
    if (!VALID.matcher(value).matches()) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.INVALID_NAME,
              "\"%s\" is not a valid snapshot name.".formatted(value),
              "Use 1 to 60 lower-case letters, digits and hyphens, for instance"
                  + " \"before-upgrade\"."));
    }
  }

  /** A name made of a moment, in UTC, for who gives none. */
  public static SnapshotName at(Instant moment) {
    return new SnapshotName(MOMENT.format(moment));
  }

  @Override
  public int compareTo(SnapshotName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
