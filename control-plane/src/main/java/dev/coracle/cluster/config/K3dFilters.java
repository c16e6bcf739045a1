package dev.coracle.cluster.config;

import dev.coracle.cluster.NodeRole;
import dev.coracle.cluster.config.YamlValue.Block;
import dev.coracle.cluster.config.YamlValue.Text;
import java.util.List;
import java.util.Optional;

/**
 * The nodes that an entry of a k3d file is for. Pools are alike in Coracle, so a filter of one node
 * stands for all of its role.
 *
 * @param servers whether control planes are meant
 * @param agents whether workers are meant
 * @param loadBalancer whether the load balancer is meant
 * @param single whether only some of a role are meant
 */
record K3dFilters(boolean servers, boolean agents, boolean loadBalancer, boolean single) {

  static K3dFilters of(Block entry) {
    List<String> filters =
        ForeignFile.texts(entry, "nodeFilters").stream().map(Text::value).toList();
    return of(filters);
  }

  /** Without a filter, all are meant. */
  static K3dFilters of(List<String> filters) {
    boolean all = filters.isEmpty() || any(filters, "all");
    return new K3dFilters(
        all || any(filters, "server"),
        all || any(filters, "agent"),
        any(filters, "loadbalancer"),
        filters.stream().anyMatch(filter -> filter.matches("(server|agent)s?:\\d.*")));
  }

  /** The only role that is meant, if there is one. The load balancer leads to all nodes. */
  Optional<String> role() {
    NodeRole role = servers ? NodeRole.CONTROL_PLANE : NodeRole.WORKER;
    return servers == agents || loadBalancer ? Optional.empty() : Optional.of(role.label());
  }

  private static boolean any(List<String> filters, String word) {
    return filters.stream().anyMatch(filter -> filter.startsWith(word));
  }
}
