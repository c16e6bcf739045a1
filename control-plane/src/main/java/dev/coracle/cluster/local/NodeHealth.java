package dev.coracle.cluster.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Node.Health;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.ExecResult;
import dev.coracle.cluster.engine.ExecSpec;
import java.util.Optional;

/**
 * What a running node answers when asked for its health: one process in the node asks kubelet and
 * the API server on the node's own loopback.
 *
 * @param kubelet whether kubelet's /healthz answers
 * @param apiServer whether the API server's /readyz answers
 * @param certificatesExpire when the first certificate ends, ISO 8601; empty when it is not known
 */
record NodeHealth(Health kubelet, Health apiServer, Optional<String> certificatesExpire) {

  static final NodeHealth UNKNOWN = new NodeHealth(Health.ERROR, Health.ERROR, Optional.empty());

  static final NodeHealth WELL = new NodeHealth(Health.RUNNING, Health.RUNNING, Optional.empty());

  private static final NodeHealth HALTED =
      new NodeHealth(Health.STOPPED, Health.STOPPED, Optional.empty());

  private static final ObjectMapper MAPPER = new ObjectMapper();

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
    String expire = json.path("certificatesExpire").asText("");
    return new NodeHealth(
        health(json.path("kubelet")),
        health(json.path("apiServer")),
        expire.isEmpty() ? Optional.empty() : Optional.of(expire));
  }

  private static Health health(JsonNode answer) {
    return answer.asBoolean(false) ? Health.RUNNING : Health.ERROR;
  }
}
