package dev.coracle.gui.explorer.object;

import dev.coracle.cluster.Problem;
import dev.coracle.cluster.resources.ClusterResources;
import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.ResourceKind;
import dev.coracle.cluster.resources.Revision;
import dev.coracle.cluster.resources.Rollouts;
import dev.coracle.gui.async.Background;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What a workload's pods were made from, and the way back. */
public final class RolloutViewModel {

  private final ResourceKind kind;
  private final ObjectName id;
  private final Supplier<ClusterResources> resources;
  private final Background background;
  private final ObservableList<Revision> revisions = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

  /** The history of this workload; nothing is read until {@link #refresh}. */
  public RolloutViewModel(
      ResourceKind kind,
      ObjectName id,
      Supplier<ClusterResources> resources,
      Background background) {
    this.kind = kind;
    this.id = id;
    this.resources = resources;
    this.background = background;
  }

  /** Its name. */
  public String name() {
    return id.name();
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
    background.run(() -> rollouts().history(id), this::show, problem::set);
  }

  /** Has the workload use an earlier template again. */
  public void undo(Revision revision) {
    problem.set(null);
    background.run(
        () -> {
          rollouts().undo(id, revision.number());
          return rollouts().history(id);
        },
        this::show,
        problem::set);
  }

  private Rollouts rollouts() {
    return new Rollouts(resources.get(), kind);
  }

  private void show(List<Revision> fresh) {
    if (!revisions.equals(fresh)) {
      revisions.setAll(fresh);
    }
  }
}
