package dev.coracle.gui.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.ResourceEvent;
import dev.coracle.cluster.resources.ResourceRow;
import dev.coracle.cluster.resources.ResourceTable;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class RowListTest {

  private final RowList rows = new RowList();

  @Test
  void rowsAreOrderedByNamespaceAndName() {
    rows.applyAll(List.of(snapshot(row("b", "x", 1), row("a", "z", 1), row("a", "y", 1))));

    assertThat(names()).containsExactly("a/y", "a/z", "b/x");
  }

  @Test
  void aBurstIsOneChange() {
    rows.applyAll(List.of(snapshot(row("a", "x", 1), row("a", "y", 1))));
    AtomicInteger changes = new AtomicInteger();
    rows.addListener((ListChangeListener<ResourceRow>) _ -> changes.incrementAndGet());

    rows.applyAll(
        List.of(
            new ResourceEvent.Changed(row("a", "x", 2)),
            new ResourceEvent.Changed(row("a", "w", 1)),
            new ResourceEvent.Removed(new ObjectName("a", "y"))));

    assertThat(names()).containsExactly("a/w", "a/x");
    assertThat(rows.get(1).cells()).containsExactly("2");
    assertThat(changes).hasValue(1);
  }

  @Test
  void anEqualRowIsNoChange() {
    rows.applyAll(List.of(snapshot(row("a", "x", 1))));
    AtomicInteger changes = new AtomicInteger();
    rows.addListener((ListChangeListener<ResourceRow>) _ -> changes.incrementAndGet());

    rows.applyAll(List.of(new ResourceEvent.Changed(row("a", "x", 1))));

    assertThat(changes).hasValue(0);
  }

  @Test
  void aSnapshotForgetsWhatIsGone() {
    rows.applyAll(List.of(snapshot(row("a", "x", 1))));
    rows.applyAll(List.of(snapshot(row("a", "y", 1))));

    assertThat(names()).containsExactly("a/y");
  }

  private List<String> names() {
    return rows.stream().map(row -> row.id().toString()).toList();
  }

  private static ResourceEvent snapshot(ResourceRow... rows) {
    return new ResourceEvent.Snapshot(new ResourceTable(List.of(), List.of(rows)));
  }

  private static ResourceRow row(String namespace, String name, int cell) {
    ObjectName id = new ObjectName(namespace, name);
    return new ResourceRow(id, name, Instant.EPOCH, List.of(String.valueOf(cell)));
  }
}
