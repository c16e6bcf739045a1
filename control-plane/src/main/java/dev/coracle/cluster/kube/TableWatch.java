package dev.coracle.cluster.kube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coracle.cluster.resources.ResourceEvent;
import dev.coracle.cluster.resources.ResourceRow;
import dev.coracle.cluster.resources.ResourceTable;
import dev.coracle.cluster.resources.ResourceTable.Column;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Follows the table of one kind: reads it, then its changes, and again where history was lost. */
final class TableWatch {

  private static final Duration STREAM = Duration.ofMinutes(10);
  private static final int PAGE = 500;

  private final ApiClient client;
  private final String path;
  private final String label;
  private String version = "";

  /** Follows the collection at this path. */
  TableWatch(ApiClient client, String path, String label) {
    this.client = client;
    this.path = path;
    this.label = label;
  }

  /** Everything there is, read in pages so that a large answer is never held whole. */
  ResourceTable list() {
    List<Column> columns = List.of();
    List<ResourceRow> rows = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = page(next);
      columns = columns.isEmpty() ? Tables.columns(page) : columns;
      rows.addAll(Tables.rows(page));
      version = page.path("metadata").path("resourceVersion").asText("");
      next = page.path("metadata").path("continue").asText("");
    } while (!next.isEmpty());
    return new ResourceTable(columns, rows);
  }

  private JsonNode page(String from) {
    String query = "?limit=" + PAGE + (from.isEmpty() ? "" : "&continue=" + from);
    return client.get(path + query, Tables.ACCEPT).require("list " + label);
  }

  /** Never returns: an interrupt or a server that stays away ends it. */
  void follow(Consumer<ResourceEvent> listener) {
    Deadline rest = Deadline.after(STREAM);
    while (true) {
      if (version.isEmpty()) {
        listener.accept(new ResourceEvent.Snapshot(list()));
      }
      if (stream(listener)) {
        rest = Deadline.after(STREAM);
      } else if (!rest.pause()) {
        rest = Deadline.after(STREAM);
        version = "";
      }
    }
  }

  /** Follows one stream to its end; tells whether anything came. */
  private boolean stream(Consumer<ResourceEvent> listener) {
    String query =
        "?watch=1&allowWatchBookmarks=true&resourceVersion=%s&timeoutSeconds=%d"
            .formatted(version, STREAM.toSeconds());
    boolean any = false;
    try (WatchStream events = client.watch(path + query, Tables.ACCEPT)) {
      Deadline deadline = Deadline.after(STREAM.plusSeconds(30));
      Optional<JsonNode> event = events.next(deadline);
      while (event.isPresent() && observe(event.get(), listener)) {
        any = true;
        event = events.next(deadline);
      }
      if (!events.isAccepted()) {
        // Too old a version, or a server that is just coming up: look at everything anew.
        version = "";
      }
    }
    return any;
  }

  /** Passes on what an event says; false when it is an error, as after a lost history. */
  private boolean observe(JsonNode event, Consumer<ResourceEvent> listener) {
    JsonNode object = event.path("object");
    switch (event.path("type").asText("")) {
      case "ADDED", "MODIFIED" ->
          Tables.rows(object).forEach(row -> listener.accept(new ResourceEvent.Changed(row)));
      case "DELETED" ->
          Tables.rows(object).forEach(row -> listener.accept(new ResourceEvent.Removed(row.id())));
      case "BOOKMARK" -> {}
      default -> {
        version = "";
        return false;
      }
    }
    String seen = Tables.version(object);
    version = seen.isEmpty() ? version : seen;
    return true;
  }
}
