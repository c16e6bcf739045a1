package dev.coracle.cluster.node;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.Subscription;
import dev.coracle.cluster.engine.Containers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Follows the events of one node from its start on, so that others can wait for them. */
public final class NodeEvents implements AutoCloseable {

  private static final int TAIL = 20;

  private final String container;
  private final Subscription logs;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<String, NodeEvent> seen = new HashMap<>();
  private final Deque<String> tail = new ArrayDeque<>();
  private boolean ended;

  private NodeEvents(Containers containers, String container, Instant since) {
    this.container = container;
    this.logs = containers.logs(container, since, this::onLine, this::onEnd);
  }

  /** Follows a node's container, which was started at {@code since} or later. */
  public static NodeEvents follow(Containers containers, String container, Instant since) {
    return new NodeEvents(containers, container, since);
  }

  /**
   * Waits until the node reports this event; returns at once if it has.
   *
   * @throws ClusterException with {@link Problem.Code#BOOTSTRAP_FAILED} when the node reports a
   *     failure or its container ends
   */
  public NodeEvent await(String event) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!seen.containsKey(event)) {
        requireAlive();
        changed.await();
      }
      return java.util.Objects.requireNonNull(seen.get(event));
    } finally {
      lock.unlock();
    }
  }

  /**
   * The same, with a limit.
   *
   * @throws ClusterException also with {@link Problem.Code#TIMEOUT}
   */
  public NodeEvent await(String event, Duration limit) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = limit.toNanos();
      while (!seen.containsKey(event)) {
        requireAlive();
        if (left <= 0) {
          throw late(event, limit);
        }
        left = changed.awaitNanos(left);
      }
      return java.util.Objects.requireNonNull(seen.get(event));
    } finally {
      lock.unlock();
    }
  }

  private ClusterException late(String event, Duration limit) {
    return new ClusterException(
        Problem.of(
                Problem.Code.TIMEOUT,
                "Node %s did not report %s within %d s."
                    .formatted(container, event, limit.toSeconds()),
                "See `coracle logs` for what it was doing.")
            .withOutput(String.join("\n", tail)));
  }

  private void requireAlive() {
    NodeEvent failed = seen.get(NodeEvent.FAILED);
    if (failed != null) {
      String what =
          "Node %s failed at %s: %s"
              .formatted(container, failed.field("step"), failed.field("message"));
      throw failure(what);
    }
    if (ended) {
      throw failure("The container " + container + " ended while it was starting.");
    }
  }

  private ClusterException failure(String summary) {
    return new ClusterException(
        Problem.of(
                Problem.Code.BOOTSTRAP_FAILED,
                summary,
                "See the saved logs, or run it again with --keep-on-failure and look with"
                    + " `coracle logs`.")
            .withOutput(String.join("\n", tail)));
  }

  private void onLine(String line) {
    lock.lock();
    try {
      NodeEvent.parse(line).ifPresent(event -> seen.put(event.name(), event));
      tail.addLast(line);
      if (tail.size() > TAIL) {
        tail.removeFirst();
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void onEnd() {
    lock.lock();
    try {
      ended = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    logs.close();
  }
}
