package dev.coracle.cluster.kube;

import dev.coracle.cluster.resources.PodLogLine;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/**
 * Takes the times off the lines of one log. Kubelet puts words of its own into it without one, and
 * a container's two outputs may overtake each other by microseconds: a line is never older here
 * than the one before it, so that the log stays as it is beside others.
 */
final class LogTimes {

  private Instant latest = Instant.EPOCH;

  /** The line without the time that the API was asked to begin it with. */
  PodLogLine next(String line) {
    int end = line.indexOf(' ');
    String time = end < 0 ? line : line.substring(0, end);
    try {
      Instant at = OffsetDateTime.parse(time).toInstant();
      latest = at.isAfter(latest) ? at : latest;
      return new PodLogLine(latest, end < 0 ? "" : line.substring(end + 1));
    } catch (DateTimeParseException _) {
      return new PodLogLine(latest, line);
    }
  }
}
