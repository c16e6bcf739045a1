package dev.coracle.cluster.local.observation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Node.Health;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.ExecResult;
import dev.coracle.cluster.engine.ExecSpec;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * What a running node answers when asked for its health: one process in the node asks kubelet and
 * the API server on the node's own loopback.
 *
 * @param kubelet whether kubelet's /healthz answers
 * @param apiServer whether the API server's /readyz answers
 * @param certificatesExpire when the first certificate ends; empty when it is not known
 * @param upSince when the node booted, by its own clock, if it said
 * @param blank whether nobody has configured kubelet
 */
record NodeHealth(
    Health kubelet,
    Health apiServer,
    Optional<Instant> certificatesExpire,
    Optional<Instant> upSince,
    boolean blank) {

  static final NodeHealth UNKNOWN = all(Health.ERROR);

  static final NodeHealth WELL = all(Health.RUNNING);

  private static final NodeHealth HALTED = all(Health.STOPPED);

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Of a node of which everything is so. */
  static NodeHealth all(Health health) {
    return new NodeHealth(health, health, Optional.empty(), Optional.empty(), false);
  }

  /** The same of a bare node, where it is no error that nothing was set up yet. */
  NodeHealth ofBare() {
    return blank
        ? new NodeHealth(
            Health.UNCONFIGURED, Health.UNCONFIGURED, certificatesExpire, upSince, true)
        : this;
  }

  static NodeHealth ask(Containers containers, String container) {
    try {
      ExecResult answer = containers.exec(container, ExecSpec.of("coracle-node", "health"));
      return read(MAPPER.readTree(answer.stdout()));
    } catch (ClusterException | JsonProcessingException e) {
      // A node that cannot even run this is as ill as one that says so.
      return UNKNOWN;
    }
  }

  private static NodeHealth read(JsonNode json) {
    if (json.path("halted").asBoolean(false)) {
      return HALTED;
    }
    boolean paused = json.path("autoPaused").asBoolean(false);
    return new NodeHealth(
        paused ? Health.PAUSED : health(json.path("kubelet")),
        paused ? Health.PAUSED : health(json.path("apiServer")),
        time(json.path("certificatesExpire")),
        time(json.path("upSince")),
        json.path("blank").asBoolean(false));
  }

  /** A node of another image may not say it, or in another form. */
  private static Optional<Instant> time(JsonNode text) {
    try {
      return Optional.of(Instant.parse(text.asText("")));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static Health health(JsonNode answer) {
    return answer.asBoolean(false) ? Health.RUNNING : Health.ERROR;
  }
}
