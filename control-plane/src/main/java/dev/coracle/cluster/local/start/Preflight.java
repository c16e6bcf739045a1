package dev.coracle.cluster.local.start;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.NodePool;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.ContainerEngine;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.engine.EngineInfo;
import dev.coracle.cluster.engine.EngineRequirements;
import dev.coracle.cluster.image.DiskSpace;
import dev.coracle.cluster.layout.Labels;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.local.network.PortPools;
import dev.coracle.cluster.local.node.HostFolders;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What would make a start fail late, looked at before anything is made. */
public final class Preflight {

  private final ContainerEngine engine;
  private final ClusterName name;
  private final ClusterSpec spec;

  /** Looks at what this spec would need under this name. */
  public Preflight(ContainerEngine engine, ClusterName name, ClusterSpec spec) {
    this.engine = engine;
    this.name = name;
    this.spec = spec;
  }

  /**
   * Checks everything.
   *
   * @throws ClusterException with the first problem
   */
  public void check() {
    EngineInfo info = engine.info();
    EngineRequirements.check(info);
    checkMemory(info);
    HostFolders.require(spec);
    PortPools.require(spec, spec.ports());
    DiskSpace.require(info, EngineRequirements.LEAST_DISK, "A cluster");
    names().forEach(this::checkName);
  }

  private void checkMemory(EngineInfo info) {
    if (info.memory().compareTo(EngineRequirements.LEAST_MEMORY) < 0) {
      throw low(
          "The container engine has %s of memory; a cluster needs %s."
              .formatted(info.memory(), EngineRequirements.LEAST_MEMORY),
          "Give the engine more memory, in Docker Desktop under Settings > Resources.");
    }
    Stream.concat(Stream.of(""), spec.pools().stream().map(NodePool::name))
        .flatMap(pool -> spec.optionsOf(pool).memory().stream())
        .filter(limit -> limit.compareTo(info.memory()) > 0)
        .findFirst()
        .ifPresent(
            limit -> {
              throw low(
                  "--memory %s is more than the engine's %s.".formatted(limit, info.memory()),
                  "Choose less, or give the engine more memory.");
            });
  }

  private static ClusterException low(String summary, String advice) {
    return new ClusterException(Problem.of(Problem.Code.MEMORY_LOW, summary, advice));
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(List.of(ObjectNames.edge(name)));
    NewNodes.layout(spec).forEach(node -> names.add(ObjectNames.node(name, node.name())));
    return names;
  }

  private void checkName(String container) {
    engine
        .containers()
        .find(container)
        .filter(found -> !isOurs(found))
        .ifPresent(
            found -> {
              throw new ClusterException(
                  Problem.of(
                      Problem.Code.NAME_TAKEN,
                      "There is a container \"%s\" that Coracle did not make.".formatted(container),
                      "Choose another cluster name, or rename that container."));
            });
  }

  private boolean isOurs(ContainerInfo container) {
    return name.value().equals(container.labels().get(Labels.CLUSTER));
  }
}
