package dev.coracle.cluster.local.parts;

import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.node.EdgeContainer;
import dev.coracle.cluster.node.Forwarding;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which port of a cluster is published by which of its edges. */
public final class ClusterEdges {

  private final ClusterParts parts;

  ClusterEdges(ClusterParts parts) {
    this.parts = parts;
  }

  /** The ports that have an edge of their own. */
  List<PortMapping> later() {
    return parts.containers().values().stream()
        .flatMap(container -> EdgeContainer.portOf(container.labels()).stream())
        .toList();
  }

  /** The ports that nothing publishes, since the edges of their own are lost. */
  public List<PortMapping> lost(ClusterSpec of) {
    List<PortMapping> present = later();
    return of.ports().stream()
        .filter(port -> !present.contains(port))
        .filter(port -> port.isUdp() || isSecond(port, of) || isMissingInFirst(port))
        .toList();
  }

  /** An edge listens at a port once, for the API or for one set of nodes. */
  private static boolean isSecond(PortMapping port, ClusterSpec of) {
    return port.nodePort() == EdgeContainer.API_PORT
        || of.ports().stream()
            .takeWhile(before -> !before.equals(port))
            .anyMatch(before -> !before.isUdp() && before.nodePort() == port.nodePort());
  }

  /** A first edge that does not run publishes nothing, and does not tell what it would. */
  private boolean isMissingInFirst(PortMapping port) {
    return parts
        .edge()
        .filter(ClusterParts::isAwake)
        .filter(edge -> !publishes(edge, port))
        .isPresent();
  }

  private static boolean publishes(ContainerInfo edge, PortMapping port) {
    return edge.published().stream()
        .anyMatch(
            it ->
                it.containerPort() == port.nodePort()
                    && (it.hostPort() == port.hostPort() || port.hostPort() == 0));
  }

  /** What the first one forwards: the API, and every TCP port that has none of its own. */
  public Forwarding first(ClusterSpec of) {
    List<PortMapping> others =
        Stream.concat(later().stream(), lost(of).stream()).distinct().toList();
    return new Forwarding(
        ObjectNames.edge(parts.name()),
        true,
        of.ports().stream().filter(port -> !others.contains(port)).toList());
  }

  /** What every edge forwards that is there. */
  public List<Forwarding> all(ClusterSpec of) {
    return Stream.concat(
            parts.edge().stream().map(container -> first(of)),
            later().stream().map(port -> Forwarding.ofPort(parts.name(), port)))
        .toList();
  }

  /** The names of those of single ports that do not run. */
  public List<String> resting() {
    return parts.containers().values().stream()
        .filter(container -> EdgeContainer.portOf(container.labels()).isPresent())
        .filter(container -> !ClusterParts.isAwake(container))
        .map(ContainerInfo::name)
        .toList();
  }

  /** The addresses that are taken, by nodes too. */
  public Set<String> addresses() {
    return parts.containers().values().stream()
        .flatMap(container -> container.address().stream())
        .collect(Collectors.toSet());
  }
}
