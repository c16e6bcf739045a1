package dev.coracle.cluster.image.load;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does the same on every node at once. */
final class EachNode {

  private EachNode() {}

  static void run(List<RunningNode> nodes, Consumer<RunningNode> action) {
    map(
        nodes,
        node -> {
          action.accept(node);
          return node;
        });
  }

  /** The results in the order of the nodes; the first failure is thrown when all have ended. */
  static <R> List<R> map(List<RunningNode> nodes, Function<RunningNode, R> action) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<R>> running = new ArrayList<>();
      nodes.forEach(node -> running.add(threads.submit(() -> action.apply(node))));
      List<R> results = new ArrayList<>();
      for (Future<R> one : running) {
        results.add(result(one, threads));
      }
      return results;
    }
  }

  private static <R> R result(Future<R> one, ExecutorService threads) {
    try {
      return one.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
      throw new ClusterException(
          Problem.of(Problem.Code.INTERRUPTED, "The operation was cancelled.", "Try again."), e);
    }
  }
}
