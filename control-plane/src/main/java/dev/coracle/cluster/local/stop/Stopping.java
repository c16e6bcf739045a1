package dev.coracle.cluster.local.stop;

import dev.coracle.cluster.bootstrap.Plan;
import dev.coracle.cluster.bootstrap.Step;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.FileSet;
import dev.coracle.cluster.engine.TarArchive;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.node.NodeFiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Stops every container of a cluster, each as gracefully as its pods were promised. */
public final class Stopping {

  /** What docs/node-contract.md adds to the grace period before SIGKILL. */
  private static final Duration MARGIN = Duration.ofSeconds(20);

  private static final Duration DEFAULT_GRACE = Duration.ofSeconds(10);

  private final Containers containers;
  private final ClusterParts parts;
  private final Duration grace;

  /** Stops containers of this cluster, whose pods have so long to end. */
  public Stopping(Containers containers, ClusterParts parts, Duration grace) {
    this.containers = containers;
    this.parts = parts;
    this.grace = grace;
  }

  /** A step for every container that runs or is frozen. */
  public Plan plan() {
    return planOf(parts.containers().keySet());
  }

  /** Stops only the containers of these names. */
  public Plan planOf(Set<String> names) {
    List<Step> steps = new ArrayList<>();
    parts.containers().values().stream()
        .filter(container -> names.contains(container.name()))
        .filter(container -> container.state() != ContainerInfo.State.EXITED)
        .filter(container -> container.state() != ContainerInfo.State.CREATED)
        .map(this::step)
        .forEach(steps::add);
    return new Plan(steps);
  }

  private Step step(ContainerInfo container) {
    String name = container.name();
    return Step.of("stop-" + name, "Stopping " + name, Set.of(), progress -> stop(container))
        .within(grace.plus(MARGIN).plusSeconds(30));
  }

  /** Stops this container now. */
  public void stop(ContainerInfo container) {
    if (container.state() == ContainerInfo.State.PAUSED) {
      // A frozen process cannot take a signal.
      containers.unpause(container.name());
    }
    if (!grace.equals(DEFAULT_GRACE) && NodeIdentity.isNode(container.labels())) {
      tellGrace(container.name());
    }
    containers.stop(container.name(), grace.plus(MARGIN));
  }

  private void tellGrace(String container) {
    String seconds = Long.toString(grace.toSeconds());
    FileSet file = FileSet.EMPTY.with("grace", seconds, FileSet.PUBLIC);
    containers.copyIn(container, NodeFiles.ROOT, TarArchive.of(file));
  }
}
