package dev.coracle.cluster.local.observation;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.Node;
import dev.coracle.cluster.Subscription;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.node.NodeEvent;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Hears when clusters pause and resume by themselves, of which the engine knows nothing: from the
 * output of the first node of each that may. Used by one thread.
 */
final class OwnPauses {

  private static final Set<String> HEARD = Set.of(NodeEvent.AUTO_PAUSED, NodeEvent.AUTO_RESUMED);

  private final Containers containers;
  private final InstantSource clock;
  private final Consumer<String> listener;
  private final Map<String, Subscription> open = new ConcurrentHashMap<>();

  /** Tells the names of clusters that paused or resumed. */
  OwnPauses(Containers containers, InstantSource clock, Consumer<String> listener) {
    this.containers = containers;
    this.clock = clock;
    this.listener = listener;
  }

  /** Takes note of what a cluster is now; empty: it is gone. */
  void follow(String name, Optional<Cluster> found) {
    Optional<Node> node =
        found.filter(cluster -> !cluster.spec().autoPause().isZero()).flatMap(OwnPauses::speaker);
    if (node.isEmpty()) {
      close(name);
    } else if (!open.containsKey(name)) {
      open.put(name, listen(name, node.get()));
    }
  }

  private static Optional<Node> speaker(Cluster cluster) {
    return cluster.status().nodes().stream()
        .limit(1)
        .filter(node -> node.state() == Node.State.RUNNING || node.autoPaused())
        .findFirst();
  }

  private Subscription listen(String name, Node node) {
    return containers.logs(
        node.containerName(), clock.instant(), line -> hear(name, line), () -> open.remove(name));
  }

  private void hear(String name, String line) {
    NodeEvent.parse(line)
        .filter(event -> HEARD.contains(event.name()))
        .ifPresent(_ -> listener.accept(name));
  }

  private void close(String name) {
    Subscription subscription = open.remove(name);
    if (subscription != null) {
      subscription.close();
    }
  }

  /** Hears nothing any more. */
  void closeAll() {
    Set.copyOf(open.keySet()).forEach(this::close);
  }
}
