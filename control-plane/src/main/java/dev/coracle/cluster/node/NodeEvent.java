package dev.coracle.cluster.node;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Optional;

/**
 * Something that a node reports of its boot, as docs/node-contract.md lists them.
 *
 * @param name for instance {@code api-ready}
 * @param sinceBoot when, counted from the start of the container
 * @param fields what else it says
 */
public record NodeEvent(String name, Duration sinceBoot, JsonNode fields) {

  public static final String MOUNTED = "mounted";
  public static final String CONTAINERD_READY = "containerd-ready";
  public static final String CONFIGURED = "configured";
  public static final String KUBELET_STARTED = "kubelet-started";
  public static final String API_READY = "api-ready";
  public static final String RECORDED = "recorded";
  public static final String DNS_READY = "dns-ready";
  public static final String FAILED = "failed";
  public static final String AUTO_PAUSED = "auto-paused";
  public static final String AUTO_RESUMED = "auto-resumed";

  private static final String PREFIX = "coracle-event: ";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The event in this line of a node's output, if it is one. */
  public static Optional<NodeEvent> parse(String line) {
    if (!line.startsWith(PREFIX)) {
      return Optional.empty();
    }
    try {
      JsonNode json = MAPPER.readTree(line.substring(PREFIX.length()));
      Duration at = Duration.ofMillis(json.path("ms").asLong());
      return Optional.of(new NodeEvent(json.path("event").asText(), at, json));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** One of the further fields, or the empty text. */
  public String field(String key) {
    return fields.path(key).asText("");
  }
}
