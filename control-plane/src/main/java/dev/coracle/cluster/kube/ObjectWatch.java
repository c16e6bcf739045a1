package dev.coracle.cluster.kube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** Follows one object: looks at it, then watches its changes, and again when the watch ends. */
final class ObjectWatch {

  private final ApiClient client;
  private final ObjectRef object;
  private final String path;
  private final String goal;
  private final Duration timeout;
  private final Deadline deadline;
  private Optional<JsonNode> last = Optional.empty();

  /**
   * Follows an object.
   *
   * @param collection the path of the collection that it is in
   * @param goal completes "waited for OBJECT to …"
   */
  ObjectWatch(
      ApiClient client, ObjectRef object, String collection, String goal, Duration timeout) {
    this.client = client;
    this.object = object;
    this.goal = goal;
    this.timeout = timeout;
    this.deadline = Deadline.after(timeout);
    String selector = URLEncoder.encode("metadata.name=" + object.name(), StandardCharsets.UTF_8);
    this.path = collection + "?fieldSelector=" + selector;
  }

  /** Blocks until {@code wanted} accepts the object, or its absence. */
  Optional<JsonNode> until(Predicate<Optional<JsonNode>> wanted) {
    while (true) {
      String version = look();
      if (wanted.test(last) || follow(version, wanted)) {
        return last;
      }
      if (!deadline.pause()) {
        throw timedOut(state());
      }
    }
  }

  /** Reads the object and returns the version of the collection from which to watch. */
  private String look() {
    JsonNode list = list();
    last = Optional.ofNullable(list.path("items").get(0));
    return list.path("metadata").path("resourceVersion").asText("0");
  }

  private JsonNode list() {
    try {
      return client.send("GET", path, deadline).require("list " + object);
    } catch (ClusterException e) {
      throw e.problem().code() == Problem.Code.TIMEOUT ? timedOut(e.problem().summary()) : e;
    }
  }

  /** Watches until {@code wanted} is satisfied; false when the stream ended before. */
  private boolean follow(String version, Predicate<Optional<JsonNode>> wanted) {
    String query = "&watch=1&resourceVersion=" + version + "&timeoutSeconds=" + seconds();
    try (WatchStream events = client.watch(path + query)) {
      for (var event = events.next(deadline); event.isPresent(); event = events.next(deadline)) {
        if (!observe(event.get())) {
          return false;
        }
        if (wanted.test(last)) {
          return true;
        }
      }
      return false;
    }
  }

  /** Takes over what an event says; false when it is an error, as after a lost history. */
  private boolean observe(JsonNode event) {
    switch (event.path("type").asText("")) {
      case "ADDED", "MODIFIED" -> last = Optional.of(event.path("object"));
      case "DELETED" -> last = Optional.empty();
      case "BOOKMARK" -> {}
      default -> {
        return false;
      }
    }
    return true;
  }

  private long seconds() {
    return deadline.remaining().toSeconds() + 1;
  }

  private String state() {
    return last.map(found -> found.path("status").toString()).orElse("the object does not exist");
  }

  private ClusterException timedOut(String state) {
    return new ClusterException(
        Problem.of(
                Problem.Code.TIMEOUT,
                "Waited %d s for %s to %s, in vain.".formatted(timeout.toSeconds(), object, goal),
                "Look at `coracle logs`, or give it more time with --timeout.")
            .withOutput("last state: " + state));
  }
}
