package dev.coracle.cluster.metrics;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Subscription;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Metrics that a test makes up, and that know who listens. */
public final class InMemoryResourceMetrics implements ResourceMetrics {

  private final Map<ClusterName, List<Consumer<NodeSample>>> listeners = new ConcurrentHashMap<>();

  /** Metrics of clusters that use nothing yet. */
  public InMemoryResourceMetrics() {}

  /** Tells those who listen to this cluster. */
  public void emit(ClusterName cluster, NodeSample sample) {
    listeners.getOrDefault(cluster, List.of()).forEach(listener -> listener.accept(sample));
  }

  /** How many listen to this cluster. */
  public int listeners(ClusterName cluster) {
    return listeners.getOrDefault(cluster, List.of()).size();
  }

  @Override
  public Subscription sample(ClusterName cluster, Consumer<NodeSample> listener) {
    List<Consumer<NodeSample>> here =
        listeners.computeIfAbsent(cluster, _ -> new CopyOnWriteArrayList<>());
    here.add(listener);
    return () -> here.remove(listener);
  }
}
