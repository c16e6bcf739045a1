package dev.coracle.cluster.local;

import dev.coracle.cluster.bootstrap.Plan;
import dev.coracle.cluster.bootstrap.Step;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.layout.ObjectNames;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Freezes and thaws the nodes of a cluster. Its edges run on, so that a client waits. */
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
    return parts.nodes().stream()
        .filter(node -> parts.container(node).filter(info -> info.state() == from).isPresent())
        .map(node -> ObjectNames.node(parts.name(), node.name()))
        .map(
            name -> Step.of(id(verb, name), verb + name, Set.of(), progress -> action.accept(name)))
        .toList();
  }

  private static String id(String verb, String name) {
    return verb.strip().toLowerCase(java.util.Locale.ROOT) + "-" + name;
  }
}
