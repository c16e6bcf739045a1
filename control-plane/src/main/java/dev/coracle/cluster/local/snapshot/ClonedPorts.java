package dev.coracle.cluster.local.snapshot;

import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.engine.LoopbackPorts;
import dev.coracle.cluster.local.network.HostPorts;
import java.util.List;

/** The ports of the host that a cluster's copy gets: the same where they are free, else others. */
final class ClonedPorts {

  private ClonedPorts() {}

  static ClusterSpec of(ClusterSpec origin) {
    List<PortMapping> ports = origin.ports().stream().map(ClonedPorts::free).toList();
    int api = origin.apiPort();
    return origin.toBuilder().ports(ports).apiPort(LoopbackPorts.isFree(api) ? api : 0).build();
  }

  private static PortMapping free(PortMapping port) {
    return LoopbackPorts.isFree(port) ? port : HostPorts.elsewhere(port);
  }
}
