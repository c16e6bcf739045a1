package dev.coracle.cluster.engine.docker;

import dev.coracle.cluster.ClusterException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How a caller waits for the engine so that an interrupt frees it, whatever the socket. */
final class Waiting {

  private final DockerEndpoint endpoint;
  private final boolean direct;

  private Waiting(DockerEndpoint endpoint, boolean direct) {
    this.endpoint = endpoint;
    this.direct = direct;
  }

  /**
   * An interrupt closes a Unix socket's channel by itself; TCP sockets of platform threads and
   * named pipes do not notice one, so their work is done beside the caller.
   */
  static Waiting on(DockerEndpoint endpoint) {
    return new Waiting(endpoint, endpoint.isUnixSocket());
  }

  /** Something that blocks. */
  @FunctionalInterface
  interface Work<T> {

    /** Does it. */
    T run() throws IOException;
  }

  /** Waits as long as it takes. */
  <T> T toTheEnd(Work<T> work) {
    if (!direct) {
      return beside(work, Long.MAX_VALUE);
    }
    try {
      return work.run();
    } catch (IOException e) {
      throw ConnectionErrors.broken(endpoint, e);
    }
  }

  /** Waits at most this long. */
  <T> T atMost(Duration deadline, Work<T> work) {
    return beside(work, deadline.toNanos());
  }

  /** Waits as long as it takes for work on another thread, which an interrupt reaches. */
  <T> T beside(Work<T> work) {
    return beside(work, Long.MAX_VALUE);
  }

  private <T> T beside(Work<T> work, long nanos) {
    FutureTask<T> task = new FutureTask<>(work::run);
    endpoint.thread("engine-request").start(task);
    try {
      return task.get(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw ConnectionErrors.interrupted(e);
    } catch (TimeoutException e) {
      task.cancel(true);
      throw ConnectionErrors.silent(endpoint, Duration.ofNanos(nanos), e);
    } catch (ExecutionException e) {
      throw cause(e);
    }
  }

  private ClusterException cause(ExecutionException failure) {
    return failure.getCause() instanceof ClusterException known
        ? known
        : ConnectionErrors.broken(endpoint, failure);
  }
}
