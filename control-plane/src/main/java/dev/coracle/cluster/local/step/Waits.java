package dev.coracle.cluster.local.step;

import java.time.Duration;

/** The one place of the cluster service that lets time pass. */
public final class Waits {

  private Waits() {}

  /** Waits before something that cannot be watched is tried again. */
  public static void pause(Duration duration) throws InterruptedException {
    Thread.sleep(duration);
  }
}
