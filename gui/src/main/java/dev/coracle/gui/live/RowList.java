package dev.coracle.gui.live;

import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.ResourceEvent;
import dev.coracle.cluster.resources.ResourceRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import javafx.collections.ModifiableObservableListBase;

/**
 * The rows of a table, by namespace and name. A burst of changes reaches listeners as one, and a
 * row that changed stays where it is, so that scrolling and selection do too.
 */
public final class RowList extends ModifiableObservableListBase<ResourceRow> {

  private static final Comparator<ObjectName> ORDER =
      Comparator.comparing(ObjectName::namespace).thenComparing(ObjectName::name);
  private static final Comparator<ResourceRow> ROWS = Comparator.comparing(ResourceRow::id, ORDER);

  private final List<ResourceRow> rows = new ArrayList<>();

  /** No rows yet. */
  public RowList() {}

  /** Takes over what a watch told, as one change. */
  public void applyAll(List<ResourceEvent> events) {
    beginChange();
    try {
      events.forEach(this::apply);
    } finally {
      endChange();
    }
  }

  private void apply(ResourceEvent event) {
    switch (event) {
      case ResourceEvent.Snapshot(var table) -> setAll(table.rows().stream().sorted(ROWS).toList());
      case ResourceEvent.Changed(var row) -> put(row);
      case ResourceEvent.Removed(var id) -> drop(id);
    }
  }

  private void put(ResourceRow row) {
    int index = find(row.id());
    if (index < 0) {
      add(-index - 1, row);
    } else if (!get(index).equals(row)) {
      set(index, row);
    }
  }

  private void drop(ObjectName id) {
    int index = find(id);
    if (index >= 0) {
      remove(index);
    }
  }

  private int find(ObjectName id) {
    return Collections.binarySearch(
        rows, new ResourceRow(id, "", java.time.Instant.EPOCH, List.of()), ROWS);
  }

  @Override
  public ResourceRow get(int index) {
    return rows.get(index);
  }

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  protected void doAdd(int index, ResourceRow row) {
    rows.add(index, row);
  }

  @Override
  protected ResourceRow doSet(int index, ResourceRow row) {
    return rows.set(index, row);
  }

  @Override
  protected ResourceRow doRemove(int index) {
    return rows.remove(index);
  }
}
