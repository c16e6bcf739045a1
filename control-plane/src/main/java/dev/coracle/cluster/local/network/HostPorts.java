package dev.coracle.cluster.local.network;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.PortMapping.Protocol;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.LoopbackPorts;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Chooses ports of the host once, so that they are the same after every restart. The range lies
 * below what systems give to outgoing connections and below NodePorts.
 */
public final class HostPorts {

  private static final int FIRST = 26000;
  private static final int COUNT = 4000;
  private static final int ATTEMPTS = 50;

  private HostPorts() {}

  /** The port that the spec asks for, else one of ours. */
  public static int of(ClusterSpec spec) {
    return again(spec, Optional.empty());
  }

  /** The same for a cluster whose API was published here before, if that is still free. */
  public static int again(ClusterSpec spec, Optional<Integer> before) {
    return spec.apiPort() == 0
        ? before.filter(port -> isFree(port, Protocol.TCP)).orElseGet(() -> choose(Protocol.TCP))
        : spec.apiPort();
  }

  private static boolean isFree(int port, Protocol protocol) {
    return LoopbackPorts.isFree(new PortMapping(port, port, protocol));
  }

  /** The spec with every port of the host that it leaves open chosen. */
  public static ClusterSpec chosen(ClusterSpec spec) {
    return spec.toBuilder().ports(spec.ports().stream().map(HostPorts::chosen).toList()).build();
  }

  /** The port itself, or where it leaves the host's side open, one that is free. */
  static PortMapping chosen(PortMapping asked) {
    return asked.hostPort() == 0 ? elsewhere(asked) : asked;
  }

  /** The same at a port of the host that is free. */
  public static PortMapping elsewhere(PortMapping port) {
    return port.at(choose(port.protocol()));
  }

  private static int choose(Protocol protocol) {
    RandomGenerator random = RandomGenerator.getDefault();
    for (int i = 0; i < ATTEMPTS; i++) {
      int port = FIRST + random.nextInt(COUNT);
      if (isFree(port, protocol)) {
        return port;
      }
    }
    throw new ClusterException(
        Problem.of(
            Problem.Code.PORT_BUSY,
            "No free port was found between %d and %d.".formatted(FIRST, FIRST + COUNT),
            "Choose one yourself."));
  }
}
