package dev.coracle.cluster.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A container as the engine shows it.
 *
 * @param name its name, without a slash
 * @param id its id
 * @param image the reference it was created from
 * @param state what it does
 * @param labels what it is for
 * @param address its address on its (first) network, as configured
 * @param published the ports published now, with the port that the engine chose
 * @param createdAt when it was created
 */
public record ContainerInfo(
    String name,
    String id,
    String image,
    State state,
    Map<String, String> labels,
    Optional<String> address,
    List<ContainerSpec.PublishedPort> published,
    Instant createdAt) {

  /** Keeps immutable copies. */
  public ContainerInfo {
    labels = Map.copyOf(labels);
    published = List.copyOf(published);
  }

  /** What a container does. */
  public enum State {
    CREATED,
    RUNNING,
    PAUSED,
    RESTARTING,
    EXITED,
    DEAD
  }
}
