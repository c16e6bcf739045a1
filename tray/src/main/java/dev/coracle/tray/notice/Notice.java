package dev.coracle.tray.notice;

/**
 * A short message that the desktop shows for a moment.
 *
 * @param kind what it is about
 * @param title what happened
 * @param body why, or what to do next
 */
public record Notice(Kind kind, String title, String body) {

  /** What a notice is about. */
  public enum Kind {
    GOOD,
    WARNING,
    BAD
  }
}
