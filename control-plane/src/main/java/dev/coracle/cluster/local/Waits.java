package dev.coracle.cluster.local;

import java.time.Duration;

/** The one place of this package that lets time pass. */
final class Waits {

  private Waits() {}

  /** Waits before something that cannot be watched is tried again. */
  static void pause(Duration duration) throws InterruptedException {
    Thread.sleep(duration);
  }
}
