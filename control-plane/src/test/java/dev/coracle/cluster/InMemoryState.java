package dev.coracle.cluster;

import dev.coracle.cluster.ClusterStatus.Phase;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The clusters of an in-memory service, who listens to them, and what was asked. */
final class InMemoryState {

  private final Map<ClusterName, Cluster> clusters = new ConcurrentSkipListMap<>();
  private final Set<ClusterName> busy = ConcurrentHashMap.newKeySet();
  private final List<Consumer<ClusterEvent>> listeners = new CopyOnWriteArrayList<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private volatile @Nullable Problem outage;

  /** Adds a cluster or replaces the one of its name, and tells listeners. */
  Cluster put(Cluster cluster) {
    clusters.put(cluster.name(), cluster);
    emit(new ClusterEvent.Changed(cluster));
    return cluster;
  }

  /** Replaces a cluster by what nobody is told of. */
  void putSilently(Cluster cluster) {
    clusters.put(cluster.name(), cluster);
  }

  /** Makes a cluster that is there one of this spec in this phase, be the engine lost or not. */
  Cluster change(ClusterName name, ClusterSpec spec, Phase phase) {
    return put(SampleClusters.with(known(name), spec, phase));
  }

  /** The same with the spec that it has. */
  Cluster change(ClusterName name, Phase phase) {
    return change(name, known(name).spec(), phase);
  }

  private Cluster known(ClusterName name) {
    return Objects.requireNonNull(clusters.get(name));
  }

  void forget(ClusterName name) {
    clusters.remove(name);
    emit(new ClusterEvent.Removed(name));
  }

  void emit(ClusterEvent event) {
    listeners.forEach(listener -> listener.accept(event));
  }

  Subscription watch(Consumer<ClusterEvent> listener) {
    checkEngine();
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** From now on every call throws this problem, or none does. */
  void outage(@Nullable Problem problem) {
    outage = problem;
  }

  void checkEngine() {
    Problem problem = outage;
    if (problem != null) {
      throw new ClusterException(problem);
    }
  }

  List<Cluster> list() {
    checkEngine();
    return List.copyOf(clusters.values());
  }

  Optional<Cluster> find(ClusterName name) {
    checkEngine();
    return Optional.ofNullable(clusters.get(name));
  }

  Cluster require(ClusterName name) {
    return find(name)
        .orElseThrow(
            () ->
                problem(
                    Problem.Code.CLUSTER_NOT_FOUND,
                    "There is no cluster \"%s\".".formatted(name),
                    "Run `coracle start %s` to create it.".formatted(name)));
  }

  /** Notes that something was asked. */
  void called(String call) {
    calls.add(call);
  }

  List<String> calls() {
    return List.copyOf(calls);
  }

  /** Notes the call, then does what it asks unless another call does something to the cluster. */
  <T> T exclusively(String call, ClusterName name, Supplier<T> operation) {
    checkEngine();
    called(call);
    if (!busy.add(name)) {
      throw problem(
          Problem.Code.CLUSTER_BUSY,
          "Another operation changes cluster \"%s\".".formatted(name),
          "Wait until it is done, then try again.");
    }
    try {
      return operation.get();
    } finally {
      busy.remove(name);
    }
  }

  static ClusterException problem(Problem.Code code, String summary, String advice) {
    return new ClusterException(Problem.of(code, summary, advice));
  }
}
