package dev.coracle.gui.snapshots;

import dev.coracle.cluster.Snapshot;
import dev.coracle.gui.desk.Columns;
import dev.coracle.gui.desk.EmptyState;
import dev.coracle.gui.text.Figures;
import dev.coracle.gui.text.Texts;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableView;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Tables of snapshots. */
final class SnapshotTable {

  private SnapshotTable() {}

  /** A table of one cluster's snapshots. */
  static TableView<Snapshot> ofOne(Texts texts, ObservableValue<Instant> now) {
    TableView<Snapshot> table = empty(texts);
    table.getColumns().add(Columns.text(texts.get("snapshots.name"), 220, it -> it.name().value()));
    table
        .getColumns()
        .add(
            Columns.text(
                texts.get("snapshots.kubernetes"),
                110,
                it -> it.spec().kubernetesVersion().toString()));
    addFacts(table, texts, now);
    return table;
  }

  /** A table of several clusters' snapshots. */
  static TableView<Snapshot> ofSeveral(Texts texts, ObservableValue<Instant> now) {
    TableView<Snapshot> table = empty(texts);
    table
        .getColumns()
        .add(Columns.text(texts.get("snapshots.cluster"), 130, it -> it.cluster().value()));
    table.getColumns().add(Columns.text(texts.get("snapshots.name"), 160, it -> it.name().value()));
    addFacts(table, texts, now);
    return table;
  }

  private static TableView<Snapshot> empty(Texts texts) {
    return Columns.table("snapshots-table", texts.get("tab.snapshots"), "");
  }

  private static void addFacts(
      TableView<Snapshot> table, Texts texts, ObservableValue<Instant> now) {
    var columns = table.getColumns();
    columns.add(
        Columns.text(texts.get("snapshots.taken"), 120, it -> age(texts, it, now.getValue())));
    columns.add(Columns.text(texts.get("snapshots.nodes"), 80, it -> String.valueOf(it.nodes())));
    columns.add(
        Columns.text(
            texts.get("snapshots.size"), 100, it -> Figures.bytes((double) it.size().value())));
  }

  static String age(Texts texts, Snapshot snapshot, Instant now) {
    return Figures.age(texts, Duration.between(snapshot.takenAt(), now));
  }

  /** What stands where the first snapshot will. */
  static EmptyState nothing(Texts texts) {
    return new EmptyState(
        "snapshots-empty",
        MaterialDesignC.CAMERA_OUTLINE,
        texts.get("snapshots.empty.title"),
        texts.get("snapshots.empty.text"));
  }
}
