package dev.coracle.gui.health;

import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.ResourceEvent;
import dev.coracle.cluster.resources.ResourceRow;
import dev.coracle.cluster.resources.ResourceTable.Column;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a watch of events has told: what happened last comes first. */
final class RecentEvents {

  private static final Comparator<RecentEvent> NEWEST =
      Comparator.comparing(RecentEvent::lastSeen).reversed().thenComparing(RecentEvent::about);

  private final Map<ObjectName, RecentEvent> events = new HashMap<>();
  private List<Column> columns = List.of();

  /** Takes over what came just now. */
  void apply(List<ResourceEvent> told, Instant now) {
    told.forEach(event -> apply(event, now));
  }

  /** At most so many of them. */
  List<RecentEvent> newest(int count) {
    return events.values().stream().sorted(NEWEST).limit(count).toList();
  }

  private void apply(ResourceEvent told, Instant now) {
    switch (told) {
      case ResourceEvent.Snapshot(var table) -> {
        events.clear();
        columns = table.columns();
        table.rows().forEach(row -> put(row, now));
      }
      case ResourceEvent.Changed(var row) -> put(row, now);
      case ResourceEvent.Removed(var id) -> events.remove(id);
    }
  }

  private void put(ResourceRow row, Instant now) {
    events.put(row.id(), RecentEvent.of(columns, row, now));
  }
}
