package dev.coracle.gui.explorer.object;

import dev.coracle.cluster.Problem;
import dev.coracle.cluster.resources.Revision;
import dev.coracle.cluster.resources.Rollouts;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What a workload's pods were made from, and the way back. */
public final class RolloutViewModel {

  private final LiveObject workload;
  private final ObservableList<Revision> revisions = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

  /** The history of this workload; nothing is read until {@link #refresh}. */
  RolloutViewModel(LiveObject workload) {
    this.workload = workload;
  }

  /** Its name. */
  public String name() {
    return workload.id().name();
  }

  /** What there was, the newest first. */
  public ObservableList<Revision> revisions() {
    return revisions;
  }

  /** Why the last thing that was asked was not done; null when it was. */
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Reads it anew. */
  public void refresh() {
    workload.background().run(this::history, this::show, problem::set);
  }

  /** Has the workload use an earlier template again. */
  public void undo(Revision revision) {
    problem.set(null);
    workload
        .background()
        .run(
            () -> {
              rollouts().undo(workload.id(), revision.number());
              return history();
            },
            this::show,
            problem::set);
  }

  private List<Revision> history() {
    return rollouts().history(workload.id());
  }

  private Rollouts rollouts() {
    return new Rollouts(workload.resources(), workload.kind());
  }

  private void show(List<Revision> fresh) {
    if (!revisions.equals(fresh)) {
      revisions.setAll(fresh);
    }
  }
}
