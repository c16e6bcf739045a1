package dev.coracle.cluster.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coracle.cluster.Subscription;
import dev.coracle.cluster.engine.EngineEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Events of objects that carry a label. Only containers' events tell labels, so those of networks
 * and volumes are looked up when one appears and remembered for its end.
 */
final class DockerEvents {

  /** What begins, changes or ends something; execs and health checks would be most of the rest. */
  private static final List<String> ACTIONS =
      List.of(
          "create",
          "start",
          "restart",
          "stop",
          "die",
          "kill",
          "oom",
          "pause",
          "unpause",
          "update",
          "rename",
          "destroy",
          "connect",
          "disconnect");

  private final DockerApi api;
  private final String label;
  private final Map<String, Map<String, String>> remembered = new ConcurrentHashMap<>();

  DockerEvents(DockerApi api, String label) {
    this.api = api;
    this.label = label;
  }

  /** Hears events from now on. */
  Subscription listen(Consumer<EngineEvent> listener, Runnable onLost) {
    remember();
    ApiPath path =
        new ApiPath("/events")
            .filteredBy(
                Map.of("type", List.of("container", "network", "volume"), "event", ACTIONS));
    return LiveStream.opened(
        api,
        ApiRequest.get(path),
        body -> Json.each(body, event -> ours(event).ifPresent(listener)),
        onLost);
  }

  private void remember() {
    new DockerVolumes(api)
        .list(Map.of())
        .forEach(v -> remembered.put("volume " + v.name(), v.labels()));
    new DockerNetworks(api).list().forEach(n -> remembered.put("network " + n.name(), n.labels()));
  }

  private Optional<EngineEvent> ours(JsonNode event) {
    JsonNode actor = event.path("Actor");
    String type = event.path("Type").asText();
    String name = actor.path("Attributes").path("name").asText(actor.path("ID").asText());
    String action = event.path("Action").asText();
    Map<String, String> labels =
        type.equals("container")
            ? Json.texts(actor.path("Attributes"))
            : labels(type, name, action);
    return carries(labels)
        ? Optional.of(new EngineEvent(type, action, name, labels))
        : Optional.empty();
  }

  private Map<String, String> labels(String type, String name, String action) {
    String key = type + " " + name;
    if (action.equals("destroy")) {
      Map<String, String> known = remembered.remove(key);
      return known == null ? Map.of() : known;
    }
    return remembered.computeIfAbsent(key, _ -> lookUp(type, name));
  }

  private Map<String, String> lookUp(String type, String name) {
    return (type.equals("volume")
            ? new DockerVolumes(api).labels(name)
            : new DockerNetworks(api).labels(name))
        .orElse(Map.of());
  }

  /** The label is a key, or a key and a value with an equals sign between. */
  private boolean carries(Map<String, String> labels) {
    int equals = label.indexOf('=');
    return equals < 0
        ? labels.containsKey(label)
        : label.substring(equals + 1).equals(labels.get(label.substring(0, equals)));
  }
}
