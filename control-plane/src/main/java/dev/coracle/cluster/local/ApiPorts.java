package dev.coracle.cluster.local;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.LoopbackPorts;
import java.util.random.RandomGenerator;

/**
 * Chooses the API's port once, so that it is the same after every restart. The range lies below
 * what systems give to outgoing connections and below NodePorts.
 */
final class ApiPorts {

  private static final int FIRST = 26000;
  private static final int COUNT = 4000;
  private static final int ATTEMPTS = 50;

  private ApiPorts() {}

  /** The port that the spec asks for, else one of ours. */
  static int of(ClusterSpec spec) {
    return spec.apiPort() == 0 ? choose() : spec.apiPort();
  }

  /** A port of the loopback that nobody listens on now. */
  static int choose() {
    RandomGenerator random = RandomGenerator.getDefault();
    for (int i = 0; i < ATTEMPTS; i++) {
      int port = FIRST + random.nextInt(COUNT);
      if (LoopbackPorts.isFree(port)) {
        return port;
      }
    }
    throw new ClusterException(
        Problem.of(
            Problem.Code.PORT_BUSY,
            "No free port was found between %d and %d.".formatted(FIRST, FIRST + COUNT),
            "Choose one with --api-port."));
  }
}
