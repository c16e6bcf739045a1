package dev.coracle.tray.menu;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterEvent;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.resources.ServicePort;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Everything the tray knows at one moment.
 *
 * @param known whether the clusters have been listed once
 * @param clusters every cluster, by name; the last known ones while Docker is away
 * @param changing the changes that this tray has begun and that have not ended
 * @param outage why Docker does not answer, if it does not
 * @param currentContext the current context of the user's kubeconfig
 * @param services the ports of the Services of clusters, as last read
 */
public record TrayState(
    boolean known,
    SortedMap<ClusterName, Cluster> clusters,
    Map<ClusterName, Operation> changing,
    Optional<Problem> outage,
    Optional<String> currentContext,
    Map<ClusterName, List<ServicePort>> services) {

  private static final Set<Phase> SERVING = Set.of(Phase.RUNNING, Phase.DEGRADED);

  /** Before anything is known. */
  public static final TrayState UNKNOWN =
      new TrayState(false, new TreeMap<>(), Map.of(), Optional.empty(), Optional.empty(), Map.of());

  /** Keeps immutable copies. */
  public TrayState {
    clusters = Collections.unmodifiableSortedMap(new TreeMap<>(clusters));
    changing = Map.copyOf(changing);
    services = Map.copyOf(services);
  }

  /** After the clusters were listed, which shows that Docker answers. */
  public TrayState listed(Collection<Cluster> found) {
    SortedMap<ClusterName, Cluster> fresh = new TreeMap<>();
    found.forEach(cluster -> fresh.put(cluster.name(), cluster));
    return new TrayState(true, fresh, changing, Optional.empty(), currentContext, services);
  }

  /** After an event. */
  public TrayState after(ClusterEvent event) {
    return switch (event) {
      case ClusterEvent.Changed(Cluster cluster) -> changed(cluster);
      case ClusterEvent.Removed(ClusterName name) -> removed(name);
      case ClusterEvent.EngineLost(Problem problem) -> outage(Optional.of(problem));
      case ClusterEvent.EngineBack(_) -> outage(Optional.empty());
    };
  }

  private TrayState changed(Cluster cluster) {
    SortedMap<ClusterName, Cluster> fresh = new TreeMap<>(clusters);
    fresh.put(cluster.name(), cluster);
    return new TrayState(known, fresh, changing, outage, currentContext, services);
  }

  private TrayState removed(ClusterName name) {
    SortedMap<ClusterName, Cluster> fresh = new TreeMap<>(clusters);
    fresh.remove(name);
    return new TrayState(known, fresh, changing, outage, currentContext, services);
  }

  private TrayState outage(Optional<Problem> problem) {
    return new TrayState(known, clusters, changing, problem, currentContext, services);
  }

  /** After this tray began a change. */
  public TrayState begun(ClusterName name, Operation operation) {
    Map<ClusterName, Operation> fresh = new TreeMap<>(changing);
    fresh.put(name, operation);
    return new TrayState(known, clusters, fresh, outage, currentContext, services);
  }

  /** After a change of this tray ended, in whatever way. */
  public TrayState ended(ClusterName name) {
    Map<ClusterName, Operation> fresh = new TreeMap<>(changing);
    fresh.remove(name);
    return new TrayState(known, clusters, fresh, outage, currentContext, services);
  }

  /** After the current context was read. */
  public TrayState current(Optional<String> context) {
    return new TrayState(known, clusters, changing, outage, context, services);
  }

  /** After the Services of a cluster were read. */
  public TrayState served(ClusterName name, List<ServicePort> ports) {
    Map<ClusterName, List<ServicePort>> fresh = new TreeMap<>(services);
    fresh.put(name, List.copyOf(ports));
    return new TrayState(known, clusters, changing, outage, currentContext, fresh);
  }

  /** The clusters with published ports whose API answers, unless it is the tray that changes it. */
  public List<Cluster> reachable() {
    return clusters.values().stream()
        .filter(cluster -> SERVING.contains(cluster.status().phase()))
        .filter(cluster -> !cluster.spec().ports().isEmpty())
        .filter(cluster -> !changing.containsKey(cluster.name()))
        .toList();
  }

  /** What the icon says. */
  public IconState icon() {
    if (outage.isPresent() || any(Phase.ERROR)) {
      return IconState.ERROR;
    }
    if (any(Phase.CREATING) || changing.values().stream().anyMatch(Operation::upwards)) {
      return IconState.STARTING;
    }
    return settled();
  }

  private IconState settled() {
    if (any(Phase.DEGRADED)) {
      return IconState.DEGRADED;
    }
    if (any(Phase.RUNNING)) {
      return IconState.RUNNING;
    }
    return any(Phase.PAUSED)
        ? IconState.PAUSED
        : clusters.isEmpty() ? IconState.NONE : IconState.STOPPED;
  }

  /** A cluster that this tray changes upwards is judged when that ends, not in the middle. */
  private boolean any(Phase phase) {
    Predicate<Cluster> steady =
        cluster ->
            Optional.ofNullable(changing.get(cluster.name())).filter(Operation::upwards).isEmpty();
    return clusters.values().stream()
        .filter(steady)
        .anyMatch(cluster -> cluster.status().phase() == phase);
  }
}
