package dev.coracle.cluster.local.network;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.NodePool;
import dev.coracle.cluster.NodeRole;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.Problem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the nodes that ports are to lead to are any of a cluster's. */
public final class PortPools {

  private PortPools() {}

  /**
   * Refuses ports that lead to a pool which the spec does not have.
   *
   * @throws ClusterException with {@link Problem.Code#INVALID_SPEC}
   */
  public static void require(ClusterSpec spec, List<PortMapping> ports) {
    List<String> pools = of(spec);
    ports.stream()
        .filter(port -> port.pool().filter(pool -> !pools.contains(pool)).isPresent())
        .findFirst()
        .ifPresent(
            port -> {
              throw unknown(port, pools);
            });
  }

  private static List<String> of(ClusterSpec spec) {
    return Stream.concat(
            Stream.of(NodeRole.CONTROL_PLANE.label(), NodePool.DEFAULT),
            spec.pools().stream().map(NodePool::name))
        .distinct()
        .toList();
  }

  private static ClusterException unknown(PortMapping port, List<String> pools) {
    return new ClusterException(
        Problem.of(
            Problem.Code.INVALID_SPEC,
            "Port %s leads to no node: there is no pool of that name.".formatted(port),
            pools.stream().collect(Collectors.joining(", ", "Name one of these pools: ", "."))));
  }
}
