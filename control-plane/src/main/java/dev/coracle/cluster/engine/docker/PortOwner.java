package dev.coracle.cluster.engine.docker;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.Containers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Who holds a port that was wanted: another container, or a process of this machine. */
final class PortOwner {

  private final Containers containers;
  private final ListeningProcesses processes = new ListeningProcesses(Path.of("/proc"));

  PortOwner(Containers containers) {
    this.containers = containers;
  }

  /** The same problem with the owner's name in it, if it is about a port and the owner is found. */
  ClusterException named(ClusterException failure) {
    if (failure.problem().code() != Problem.Code.PORT_BUSY) {
      return failure;
    }
    return DockerErrors.portIn(failure.problem())
        .flatMap(port -> owner(port).map(owner -> named(failure, port, owner)))
        .orElse(failure);
  }

  private static ClusterException named(ClusterException failure, int port, String owner) {
    return new ClusterException(
        Problem.of(
            Problem.Code.PORT_BUSY,
            "Port %d of this machine is in use by %s.".formatted(port, owner),
            "Stop it, or choose another port."),
        failure);
  }

  private Optional<String> owner(int port) {
    return containers.list(Map.of()).stream()
        .filter(container -> container.published().stream().anyMatch(p -> p.hostPort() == port))
        .findFirst()
        .map(container -> "container " + container.name())
        .or(() -> processes.find(port));
  }
}
