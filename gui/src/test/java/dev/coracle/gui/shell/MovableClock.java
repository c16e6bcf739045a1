package dev.coracle.gui.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test turns. */
public final class MovableClock implements InstantSource {

  private volatile Instant now = Instant.parse("2026-01-04T15:04:05Z");

  @Override
  public Instant instant() {
    return now;
  }

  /** Moves on. */
  public void pass(Duration time) {
    now = now.plus(time);
  }
}
