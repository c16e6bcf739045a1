package dev.coracle.cluster.metrics;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.Node;
import dev.coracle.cluster.Subscription;
import dev.coracle.cluster.engine.Containers;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Keeps one stream of statistics open per node that runs, and no other. */
final class NodeSampler implements Subscription {

  private static final Set<Node.State> SAMPLED = Set.of(Node.State.RUNNING, Node.State.PAUSED);

  private final Containers containers;
  private final Consumer<NodeSample> listener;
  private final Map<String, Subscription> streams = new HashMap<>();
  private final Lock telling = new ReentrantLock();
  private boolean closed;

  NodeSampler(Containers containers, Consumer<NodeSample> listener) {
    this.containers = containers;
    this.listener = listener;
  }

  /** Opens and closes streams so that they match the nodes as they are now. */
  synchronized void follow(Cluster cluster) {
    if (closed) {
      return;
    }
    Map<String, Node> wanted =
        cluster.status().nodes().stream()
            .filter(node -> SAMPLED.contains(node.state()))
            .collect(Collectors.toMap(Node::containerName, node -> node));
    streams.entrySet().removeIf(stream -> ended(stream, wanted.keySet()));
    wanted.forEach((container, node) -> streams.computeIfAbsent(container, _ -> open(node)));
  }

  private static boolean ended(Map.Entry<String, Subscription> stream, Set<String> wanted) {
    boolean ended = !wanted.contains(stream.getKey());
    if (ended) {
      stream.getValue().close();
    }
    return ended;
  }

  private Subscription open(Node node) {
    NodeRates rates = new NodeRates(node.name());
    return containers.stats(
        node.containerName(), sample -> rates.next(sample).ifPresent(this::tell));
  }

  /** One at a time, although every stream has a thread of its own. */
  private void tell(NodeSample sample) {
    telling.lock();
    try {
      listener.accept(sample);
    } finally {
      telling.unlock();
    }
  }

  /** Ends every stream; the cluster is gone or nobody listens. */
  synchronized void stop() {
    streams.values().forEach(Subscription::close);
    streams.clear();
  }

  @Override
  public synchronized void close() {
    closed = true;
    stop();
  }
}
