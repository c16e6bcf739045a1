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
    passes(what, Duration.ofMillis(500), assertions);
  }

  /** The same for what may be over in a moment. */
  static void passesBriefly(String what, ThrowingRunnable assertions) {
    passes(what, Duration.ofMillis(10), assertions);
  }

  private static void passes(String what, Duration interval, ThrowingRunnable assertions) {
    Awaitility.await(what)
        .atMost(LIMIT)
        .pollDelay(Duration.ZERO)
        .pollInterval(interval)
        .untilAsserted(assertions);
  }
}
