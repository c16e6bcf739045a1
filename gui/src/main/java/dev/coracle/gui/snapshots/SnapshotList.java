package dev.coracle.gui.snapshots;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.Snapshot;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.operation.OperationViewModel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Snapshots as they were read last; every operation on them reads them anew when it ends. */
final class SnapshotList {

  private static final Comparator<Snapshot> NEWEST_FIRST =
      Comparator.comparing(Snapshot::takenAt).reversed().thenComparing(Snapshot::name);

  private final Callable<List<Snapshot>> source;
  private final Background background;
  private final ObservableList<Snapshot> items = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

  /** Nothing is read until {@link #reload}. */
  SnapshotList(Callable<List<Snapshot>> source, Background background) {
    this.source = source;
    this.background = background;
  }

  ObservableList<Snapshot> items() {
    return items;
  }

  /** Whether they were read at all. */
  ReadOnlyBooleanProperty knownProperty() {
    return known.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  void complain(Problem why) {
    problem.set(why);
  }

  void reload() {
    background.run(source, this::show, problem::set);
  }

  private void show(List<Snapshot> found) {
    known.set(true);
    problem.set(null);
    List<Snapshot> sorted = found.stream().sorted(NEWEST_FIRST).toList();
    if (!items.equals(sorted)) {
      items.setAll(sorted);
    }
  }

  /**
   * Begins an operation, unless what was asked makes none.
   *
   * @param onRefused takes why it does not
   */
  Optional<OperationViewModel> begin(
      Supplier<OperationViewModel> operation, Consumer<Problem> onRefused) {
    try {
      OperationViewModel begun = operation.get();
      begun
          .outcomeProperty()
          .subscribe(
              _ -> {
                if (!begun.active()) {
                  reload();
                }
              });
      return Optional.of(begun);
    } catch (ClusterException e) {
      onRefused.accept(e.problem());
      return Optional.empty();
    }
  }
}
