package dev.coracle.gui.explorer.object;

import dev.coracle.cluster.Problem;
import dev.coracle.cluster.resources.ClusterResources;
import dev.coracle.cluster.resources.KubeObject;
import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.ObjectText;
import dev.coracle.cluster.resources.ResourceKind;
import dev.coracle.cluster.resources.WriteMode;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.explorer.object.TextDiff.Line;
import dev.coracle.gui.logs.LogSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** One object: what it is now, its text that may be edited, and what can be done to it. */
public final class ObjectViewModel {

  private final LiveObject live;
  private final ReadOnlyObjectWrapper<@Nullable KubeObject> object = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<KubeObject>> events =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper gone = new ReadOnlyBooleanWrapper();
  private final ManifestEditor editor;
  private boolean held;

  /**
   * This object; nothing is read until {@link #refresh}.
   *
   * @param resources the connection that is open now; asked beside the FX thread, and fails with
   *     its problem while there is none
   */
  public ObjectViewModel(
      ResourceKind kind,
      ObjectName id,
      Supplier<ClusterResources> resources,
      Background background) {
    live = new LiveObject(kind, id, resources, background);
    editor = new ManifestEditor(kind.kind(), id);
  }

  /** Its kind. */
  public ResourceKind kind() {
    return live.kind();
  }

  /** Which object of its kind it is. */
  public ObjectName id() {
    return live.id();
  }

  /** The object as it was read last; null before the first time. */
  public ReadOnlyObjectProperty<@Nullable KubeObject> objectProperty() {
    return object.getReadOnlyProperty();
  }

  /** What the cluster reported about it, the newest first. */
  public ReadOnlyObjectProperty<List<KubeObject>> eventsProperty() {
    return events.getReadOnlyProperty();
  }

  /** Why the last thing that was asked was not done; null when it was. */
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether something was asked and is not answered yet. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Whether the object does not exist any more. */
  public ReadOnlyBooleanProperty goneProperty() {
    return gone.getReadOnlyProperty();
  }

  /** Its YAML, which may be edited. */
  public StringProperty textProperty() {
    return editor.textProperty();
  }

  /** Whether the text differs from the object. */
  public BooleanBinding editedProperty() {
    return editor.editedProperty();
  }

  /** Whether it is as wanted to offer this verb for it. */
  BooleanBinding unavailable() {
    return Bindings.or(busy, gone);
  }

  /** Reads it anew; a text that is being edited stays. */
  public void refresh() {
    live.background()
        .run(live::find, it -> it.ifPresentOrElse(this::read, this::lost), problem::set);
  }

  private void read(KubeObject fresh) {
    boolean untouched = !editedProperty().get();
    object.set(fresh);
    if (untouched) {
      editor.keep(fresh);
    }
    live.background().run(() -> live.resources().events(fresh), events::set, _ -> {});
  }

  /** It was removed; what was read last stays to be looked at. */
  public void lost() {
    gone.set(true);
  }

  /** Takes back what was edited. */
  public void revert() {
    problem.set(null);
    KubeObject known = object.get();
    if (known != null) {
      editor.keep(known);
    }
  }

  /**
   * Asks the server what the edited text would make of the object.
   *
   * @param onAnswer takes the difference; empty when there is none
   */
  void check(Consumer<List<Line>> onAnswer) {
    String wanted = textProperty().get();
    act(
        () -> ObjectText.write(live.resources().replace(editor.parsed(wanted), WriteMode.DRY_RUN)),
        after -> onAnswer.accept(editor.differences(after)));
  }

  /** Replaces the object by the edited text. */
  public void save() {
    String wanted = textProperty().get();
    act(
        () -> live.resources().replace(editor.parsed(wanted), WriteMode.PERSIST),
        saved -> {
          object.set(saved);
          editor.keep(saved);
        });
  }

  /** Sets the number of replicas. */
  public void scale(int replicas) {
    change(() -> live.resources().scale(kind(), id(), replicas));
  }

  /** Replaces its pods one after the other. */
  public void restart() {
    change(() -> live.resources().restart(kind(), id()));
  }

  /** Keeps new pods away from this node, or lets them come again. */
  public void cordon(boolean wanted) {
    change(() -> live.resources().cordon(id().name(), wanted));
  }

  /** Asks for its removal. */
  public void delete() {
    change(() -> live.resources().delete(kind(), id()));
  }

  private void change(Runnable verb) {
    act(
        () -> {
          verb.run();
          return live;
        },
        _ -> refresh());
  }

  private <T> void act(Callable<T> work, Consumer<T> onDone) {
    busy.set(true);
    problem.set(null);
    live.background()
        .run(
            work,
            result -> {
              busy.set(false);
              onDone.accept(result);
            },
            why -> {
              busy.set(false);
              problem.set(why);
            });
  }

  /** Its log, or those of the pods that it selects. */
  LogSource logs() {
    return kind().kind().equals("Pod") ? new PodLogs(live) : new WorkloadLogs(live);
  }

  /** Its earlier revisions, if it is a workload that has them. */
  RolloutViewModel rollouts() {
    return new RolloutViewModel(live);
  }

  /** Whether something of it goes on that leaving it would end, for instance a terminal. */
  public boolean isHeld() {
    return held;
  }

  /** Tells whether something of it goes on. */
  void hold(boolean goesOn) {
    held = goesOn;
  }
}
