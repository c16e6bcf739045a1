package dev.coracle.cluster.kube;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.time.Duration;

/** A point in time up to which a call may be repeated, with waits that grow from short to long. */
final class Deadline {

  private static final Duration FIRST_WAIT = Duration.ofMillis(20);
  private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

  private final long end;
  private Duration wait = FIRST_WAIT;

  private Deadline(long end) {
    this.end = end;
  }

  static Deadline after(Duration duration) {
    return new Deadline(System.nanoTime() + duration.toNanos());
  }

  Duration remaining() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  boolean hasPassed() {
    return remaining().isZero();
  }

  /**
   * Waits a little, a bit longer each time. Tells whether another try is worth while; at once, and
   * false, when the deadline would pass meanwhile.
   *
   * @throws ClusterException with {@code INTERRUPTED}
   */
  boolean pause() {
    if (remaining().compareTo(wait) <= 0) {
      return false;
    }
    try {
      Thread.sleep(wait);
    } catch (InterruptedException _) {
      throw interrupted();
    }
    Duration longer = wait.multipliedBy(2);
    wait = longer.compareTo(LONGEST_WAIT) < 0 ? longer : LONGEST_WAIT;
    return true;
  }

  /** The exception for a thread that was interrupted; its flag is set again. */
  static ClusterException interrupted() {
    Thread.currentThread().interrupt();
    return new ClusterException(
        Problem.of(
            Problem.Code.INTERRUPTED, "The call to the API server was cancelled.", "Try again."));
  }
}
