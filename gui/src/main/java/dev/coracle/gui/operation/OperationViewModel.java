package dev.coracle.gui.operation;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.progress.ProgressEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** One operation on one cluster, from its first step to its end. Used on the UI thread only. */
public final class OperationViewModel {

  /** What is being done. */
  public enum Kind {
    CREATE,
    START,
    STOP,
    RESTART,
    PAUSE,
    RESUME,
    DELETE,
    ADD_NODES,
    REMOVE_NODE,
    STOP_NODE,
    START_NODE,
    RESTART_NODE,
    DRAIN_NODE,
    PUBLISH_PORT,
    TAKE_BACK_PORT,
    UPDATE,
    UPGRADE,
    SAVE_SNAPSHOT,
    RESTORE_SNAPSHOT,
    DELETE_SNAPSHOT,
    EXPORT_SNAPSHOT,
    IMPORT_CLUSTER,
    CLONE_CLUSTER
  }

  /** How it stands. */
  public enum Outcome {
    RUNNING,
    CANCELLING,
    SUCCEEDED,
    FAILED,
    CANCELLED
  }

  private static final int MOST_NOTICES = 20;

  private final Kind kind;
  private final ClusterName cluster;
  private final InstantSource clock;
  private final Instant startedAt;
  private final StepList steps;
  private final ObservableList<String> notices = FXCollections.observableArrayList();
  private final ObservableList<String> noticesView =
      FXCollections.unmodifiableObservableList(notices);
  private final ReadOnlyObjectWrapper<Outcome> outcome =
      new ReadOnlyObjectWrapper<>(Outcome.RUNNING);
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private Runnable canceller = () -> {};
  private Duration took = Duration.ZERO;

  OperationViewModel(Kind kind, ClusterName cluster, InstantSource clock) {
    this.kind = kind;
    this.cluster = cluster;
    this.clock = clock;
    this.startedAt = clock.instant();
    this.steps = new StepList(clock);
  }

  /** What is being done. */
  public Kind kind() {
    return kind;
  }

  /** To which cluster. */
  public ClusterName cluster() {
    return cluster;
  }

  /** Every step that was announced, in order. */
  public ObservableList<StepViewModel> steps() {
    return steps.steps();
  }

  /** What the user should know although nothing failed. */
  public ObservableList<String> notices() {
    return noticesView;
  }

  /** How it stands. */
  public ReadOnlyObjectProperty<Outcome> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  /** Why it failed; null unless it did. */
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** The title of the step that began last. */
  public ReadOnlyStringProperty currentStepProperty() {
    return steps.currentProperty();
  }

  /** Steps that ended, 0 to 1; -1 before the steps are known. */
  public ReadOnlyDoubleProperty progressProperty() {
    return steps.progressProperty();
  }

  /** Whether it has not ended. */
  public boolean active() {
    return outcome.get() == Outcome.RUNNING || outcome.get() == Outcome.CANCELLING;
  }

  /** How long it took, or has taken until now. */
  public Duration elapsed() {
    return active() ? Duration.between(startedAt, clock.instant()) : took;
  }

  /** How long this step took, or has taken until now. */
  public Duration elapsed(StepViewModel step) {
    return step.elapsed(clock.instant());
  }

  /** Asks it to stop and to undo what it began; it ends as cancelled. */
  public void cancel() {
    if (outcome.get() == Outcome.RUNNING) {
      outcome.set(Outcome.CANCELLING);
      canceller.run();
    }
  }

  void cancelBy(Runnable action) {
    canceller = action;
  }

  void on(ProgressEvent event) {
    steps.on(event);
    if (event instanceof ProgressEvent.Notice(var message)) {
      notice(message);
    }
  }

  void succeeded() {
    end(Outcome.SUCCEEDED);
  }

  void failed(Problem why) {
    boolean wanted = outcome.get() == Outcome.CANCELLING;
    problem.set(wanted ? null : why);
    end(wanted ? Outcome.CANCELLED : Outcome.FAILED);
  }

  private void end(Outcome last) {
    took = Duration.between(startedAt, clock.instant());
    steps.end();
    outcome.set(last);
  }

  private void notice(String message) {
    if (notices.size() < MOST_NOTICES) {
      notices.add(message);
    }
  }
}
