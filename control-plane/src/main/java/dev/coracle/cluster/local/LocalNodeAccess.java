package dev.coracle.cluster.local;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.NodeAccess;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.Subscription;
import dev.coracle.cluster.engine.ContainerEngine;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.engine.ExecResult;
import dev.coracle.cluster.engine.ExecSpec;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.local.observation.NodeLogs;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.local.parts.Inventory;
import dev.coracle.cluster.node.KeptAwake;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Access to the nodes of clusters on the local engine. */
public final class LocalNodeAccess implements NodeAccess {

  private final ContainerEngine engine;
  private final Inventory inventory;

  /** Access through this engine. */
  public LocalNodeAccess(ContainerEngine engine) {
    this.engine = engine;
    this.inventory = new Inventory(engine);
  }

  @Override
  public ExecResult exec(ClusterName cluster, Optional<String> node, ExecSpec command) {
    ContainerInfo container = running(cluster, node);
    KeptAwake.wake(engine, cluster);
    return engine.containers().exec(container.name(), command);
  }

  @Override
  public void copyIn(
      ClusterName cluster, Optional<String> node, String directory, InputStream tar) {
    engine.containers().copyIn(container(cluster, node).name(), directory, tar);
  }

  @Override
  public InputStream copyOut(ClusterName cluster, Optional<String> node, String path) {
    return engine.containers().copyOut(container(cluster, node).name(), path);
  }

  @Override
  public Subscription logs(
      ClusterName cluster,
      Optional<String> node,
      Optional<String> component,
      boolean follow,
      Consumer<LogLine> line) {
    ContainerInfo container = follow ? running(cluster, node) : container(cluster, node);
    NodeLogs logs = new NodeLogs(engine.containers(), container.name(), nodeName(container));
    component.ifPresent(name -> requireComponent(logs, name));
    return follow ? logs.follow(component, line) : logs.read(component, line);
  }

  @Override
  public List<String> logComponents(ClusterName cluster, Optional<String> node) {
    ContainerInfo container = container(cluster, node);
    return new NodeLogs(engine.containers(), container.name(), nodeName(container)).components();
  }

  private static String nodeName(ContainerInfo container) {
    return NodeIdentity.ofLabels(container.labels()).name();
  }

  private static void requireComponent(NodeLogs logs, String name) {
    List<String> known = logs.components();
    if (!known.contains(name)) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.USAGE,
              "There is no log of \"%s\" on this node.".formatted(name),
              "Choose one of: " + String.join(", ", known) + "."));
    }
  }

  private ContainerInfo running(ClusterName cluster, Optional<String> node) {
    ContainerInfo container = container(cluster, node);
    if (container.state() != ContainerInfo.State.RUNNING) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.CLUSTER_NOT_RUNNING,
              "%s does not run.".formatted(container.name()),
              "Start it with `coracle start %s`.".formatted(cluster)));
    }
    return container;
  }

  private ContainerInfo container(ClusterName cluster, Optional<String> node) {
    ClusterParts parts = inventory.require(cluster);
    NodeIdentity identity = identity(parts, node);
    return parts.container(identity).orElseThrow(() -> gone(parts, identity));
  }

  private static NodeIdentity identity(ClusterParts parts, Optional<String> node) {
    if (node.isEmpty() && !parts.nodes().isEmpty()) {
      return parts.firstControlPlane();
    }
    return parts.requireNode(node.orElse(""));
  }

  private static ClusterException gone(ClusterParts parts, NodeIdentity node) {
    return new ClusterException(
        Problem.of(
            Problem.Code.NODE_BROKEN,
            "The container of node %s is gone.".formatted(node.name()),
            "Run `coracle start %s`: it is made again from its data.".formatted(parts.name())));
  }
}
