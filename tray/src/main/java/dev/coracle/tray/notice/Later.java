package dev.coracle.tray.notice;

import dev.coracle.cluster.Subscription;
import java.time.Duration;

/** Runs something after a while, on the thread of its caller's choice. */
@FunctionalInterface
public interface Later {

  /** Runs the task once when the delay is over, unless the subscription is closed before. */
  Subscription run(Duration delay, Runnable task);
}
