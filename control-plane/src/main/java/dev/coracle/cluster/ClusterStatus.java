package dev.coracle.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is observed of a cluster at one moment.
 *
 * @param phase the state of the whole
 * @param nodes every node, control planes first
 * @param apiPort the port of the API on 127.0.0.1, while the edge has one
 * @param kubeconfig whether the user's kubeconfig leads here
 * @param warnings what the user should know, for instance certificates that expire soon
 * @param stopsAt when it is to stop by itself; empty when it is not
 * @param certificatesExpire when the first certificate of its nodes ends; empty as long as no node
 *     tells
 * @param upSince since when a control plane of it runs without a break; empty while none runs, and
 *     where nodes were not asked or do not tell
 */
public record ClusterStatus(
    Phase phase,
    List<Node> nodes,
    Optional<Integer> apiPort,
    KubeconfigState kubeconfig,
    List<String> warnings,
    Optional<Instant> stopsAt,
    Optional<Instant> certificatesExpire,
    Optional<Instant> upSince) {

  /** Keeps immutable copies. */
  public ClusterStatus {
    nodes = List.copyOf(nodes);
    warnings = List.copyOf(warnings);
  }

  /** How long it runs. */
  public Optional<Duration> uptime(Instant now) {
    return upSince.map(at -> Duration.between(at, now));
  }

  /** Whether it paused by itself: the next connection resumes it. */
  public boolean isAutoPaused() {
    return phase == Phase.PAUSED && nodes.stream().anyMatch(Node::autoPaused);
  }

  /** The state of a whole cluster. */
  public enum Phase {
    /** A start was begun and has not finished. */
    CREATING,
    RUNNING,
    /** It serves, with something missing. */
    DEGRADED,
    PAUSED,
    STOPPED,
    /** It cannot serve, although it should. */
    ERROR
  }

  /** What the user's kubeconfig says of a cluster. */
  public enum KubeconfigState {
    CONFIGURED,
    /** There is an entry and it leads elsewhere, for instance to an old port. */
    MISCONFIGURED,
    ABSENT
  }
}
