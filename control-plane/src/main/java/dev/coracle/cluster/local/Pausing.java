package dev.coracle.cluster.local;

import dev.coracle.cluster.bootstrap.Plan;
import dev.coracle.cluster.bootstrap.Step;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.layout.NodeIdentity;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Freezes and thaws the nodes of a cluster, so that a client waits. An edge with several nodes
 * behind it is frozen too: it would find all of them down and turn clients away.
 */
final class Pausing {

  private final Containers containers;
  private final ClusterParts parts;

  Pausing(Containers containers, ClusterParts parts) {
    this.containers = containers;
    this.parts = parts;
  }

  Plan pause() {
    return new Plan(steps(ContainerInfo.State.RUNNING, "Pausing ", containers::pause));
  }

  Plan resume() {
    return new Plan(resumeSteps());
  }

  List<Step> resumeSteps() {
    return steps(ContainerInfo.State.PAUSED, "Resuming ", containers::unpause);
  }

  private List<Step> steps(ContainerInfo.State from, String verb, Consumer<String> action) {
    return names(from).stream()
        .map(
            name -> Step.of(id(verb, name), verb + name, Set.of(), progress -> action.accept(name)))
        .toList();
  }

  /** The containers in this state that are frozen and thawed together. */
  List<String> names(ContainerInfo.State state) {
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
