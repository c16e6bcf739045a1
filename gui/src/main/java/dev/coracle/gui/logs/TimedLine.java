package dev.coracle.gui.logs;

import dev.coracle.cluster.NodeAccess.LogLine;
import java.time.Instant;

/**
 * A line of a log and its place among those of others.
 *
 * @param at when it was written; lines of one time stay as they came
 * @param line what is shown
 */
public record TimedLine(Instant at, LogLine line) {

  /** A line of a source that tells no times, whose lines come in their order. */
  static TimedLine inOrder(LogLine line) {
    return new TimedLine(Instant.EPOCH, line);
  }
}
