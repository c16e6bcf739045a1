package dev.coracle.cluster.local.stop;

import dev.coracle.cluster.bootstrap.Plan;
import dev.coracle.cluster.bootstrap.Step;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.local.parts.ClusterParts;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Freezes and thaws the nodes of a cluster, so that a client waits. An edge with several nodes
 * behind it is frozen too: it would find all of them down and turn clients away.
 */
public final class Pausing {

  private final Containers containers;
  private final ClusterParts parts;

  /** Freezes and thaws what this cluster has. */
  public Pausing(Containers containers, ClusterParts parts) {
    this.containers = containers;
    this.parts = parts;
  }

  /** A step for every container that runs and is to be frozen. */
  public Plan pause() {
    return new Plan(steps(ContainerInfo.State.RUNNING, "Pausing ", containers::pause));
  }

  /** A step for every container that is frozen. */
  public Plan resume() {
    return new Plan(resumeSteps());
  }

  /** The same steps, for a plan that goes on. */
  public List<Step> resumeSteps() {
    return steps(ContainerInfo.State.PAUSED, "Resuming ", containers::unpause);
  }

  private List<Step> steps(ContainerInfo.State from, String verb, Consumer<String> action) {
    return names(from).stream()
        .map(
            name -> Step.of(id(verb, name), verb + name, Set.of(), progress -> action.accept(name)))
        .toList();
  }

  /** The containers in this state that are frozen and thawed together. */
  public List<String> names(ContainerInfo.State state) {
    return parts.containers().values().stream()
        .filter(container -> container.state() == state)
        .filter(this::freezes)
        .map(ContainerInfo::name)
        .sorted()
        .toList();
  }

  private boolean freezes(ContainerInfo container) {
    return parts.nodes().size() > 1 || NodeIdentity.isNode(container.labels());
  }

  private static String id(String verb, String name) {
    return verb.strip().toLowerCase(java.util.Locale.ROOT) + "-" + name;
  }
}
