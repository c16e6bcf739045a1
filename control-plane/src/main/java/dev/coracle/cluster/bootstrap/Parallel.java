package dev.coracle.cluster.bootstrap;

import dev.coracle.cluster.thread.BlockingThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does the same to many things at once, each on a thread of its own. */
public final class Parallel {

  private Parallel() {}

  /**
   * The results, in the order of the things.
   *
   * @throws dev.coracle.cluster.ClusterException with the first failure, when all have ended; with
   *     {@code INTERRUPTED} when the calling thread is interrupted, and all are then
   */
  public static <T, R> List<R> map(List<T> things, Function<T, R> function) {
    if (things.size() == 1) {
      return List.of(function.apply(things.getFirst()));
    }
    try (ExecutorService threads = BlockingThreads.perTask("parallel")) {
      List<Future<R>> futures = new ArrayList<>();
      things.forEach(thing -> futures.add(threads.submit(() -> function.apply(thing))));
      List<R> results = new ArrayList<>();
      for (Future<R> future : futures) {
        results.add(result(future, threads));
      }
      return results;
    }
  }

  /** The same, without results. */
  public static <T> void each(List<T> things, Consumer<T> action) {
    map(
        things,
        thing -> {
          action.accept(thing);
          return thing;
        });
  }

  private static <R> R result(Future<R> future, ExecutorService threads) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
      throw Cancelled.because(e);
    }
  }
}
