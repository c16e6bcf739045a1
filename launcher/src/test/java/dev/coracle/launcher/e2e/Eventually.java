package dev.coracle.launcher.e2e;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** Waits for what comes by itself, and no longer than is sensible. */
final class Eventually {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  private Eventually() {}

  /** Waits until the assertions hold; gives up with the last of their failures. */
  static void passes(String what, ThrowingRunnable assertions) {
    Awaitility.await(what)
        .atMost(LIMIT)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(assertions);
  }
}
