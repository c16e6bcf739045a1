package dev.coracle.gui.health;

import dev.coracle.cluster.resources.ResourceRow;
import dev.coracle.cluster.resources.ResourceTable.Column;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An event as the API server prints it in a table.
 *
 * @param lastSeen when it happened last
 * @param warning whether it needs a person
 * @param reason why, in one word
 * @param about what it happened to, for instance {@code pod/web-1}
 * @param message what happened
 */
record RecentEvent(Instant lastSeen, boolean warning, String reason, String about, String message) {

  /** A part of the ages that kubectl prints, for instance of {@code 5m32s}. */
  private static final Pattern PART = Pattern.compile("(\\d+)([smhdy])");

  /** The event of a row that came just now. */
  static RecentEvent of(List<Column> columns, ResourceRow row, Instant now) {
    return new RecentEvent(
        lastSeen(cell(columns, row, "Last Seen"), row, now),
        cell(columns, row, "Type").equals("Warning"),
        cell(columns, row, "Reason"),
        cell(columns, row, "Object"),
        cell(columns, row, "Message"));
  }

  private static String cell(List<Column> columns, ResourceRow row, String name) {
    for (int i = 0; i < Math.min(columns.size(), row.cells().size()); i++) {
      if (columns.get(i).name().equals(name)) {
        return row.cells().get(i);
      }
    }
    return "";
  }

  /** One that happens again and again keeps the time at which it was made. */
  private static Instant lastSeen(String age, ResourceRow row, Instant now) {
    Matcher part = PART.matcher(age);
    Duration ago = Duration.ZERO;
    boolean told = false;
    while (part.find()) {
      ago = ago.plus(unit(part.group(2)).multipliedBy(Long.parseLong(part.group(1))));
      told = true;
    }
    return told ? now.minus(ago) : row.created();
  }

  private static Duration unit(String letter) {
    return switch (letter) {
      case "s" -> Duration.ofSeconds(1);
      case "m" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      case "d" -> Duration.ofDays(1);
      default -> Duration.ofDays(365);
    };
  }
}
