package dev.coracle.gui.operation;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.progress.ProgressEvent;
import dev.coracle.gui.operation.StepViewModel.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
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
  private final ObservableList<StepViewModel> steps = FXCollections.observableArrayList();
  private final ObservableList<StepViewModel> stepsView =
      FXCollections.unmodifiableObservableList(steps);
  private final ObservableList<String> notices = FXCollections.observableArrayList();
  private final ObservableList<String> noticesView =
      FXCollections.unmodifiableObservableList(notices);
  private final ReadOnlyObjectWrapper<Outcome> outcome =
      new ReadOnlyObjectWrapper<>(Outcome.RUNNING);
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper currentStep = new ReadOnlyStringWrapper("");
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
  private Runnable canceller = () -> {};
  private Duration took = Duration.ZERO;

  OperationViewModel(Kind kind, ClusterName cluster, InstantSource clock) {
    this.kind = kind;
    this.cluster = cluster;
    this.clock = clock;
    this.startedAt = clock.instant();
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
    return stepsView;
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
    return currentStep.getReadOnlyProperty();
  }

  /** Steps that ended, 0 to 1; -1 before the steps are known. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
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
    switch (event) {
      case ProgressEvent.Planned(var planned) ->
          steps.addAll(planned.stream().map(StepViewModel::new).toList());
      case ProgressEvent.Started(var id) -> with(id, this::started);
      case ProgressEvent.Advanced(var id, long done, long total, var unit) ->
          with(id, step -> step.tell(StepDetail.of(done, total, unit)));
      case ProgressEvent.Output(var id, var line) -> with(id, step -> step.tell(line));
      case ProgressEvent.Succeeded(var id, var duration) ->
          with(id, step -> ended(step, State.DONE, duration));
      case ProgressEvent.Skipped(var id, var why) -> with(id, step -> skipped(step, why));
      case ProgressEvent.Failed(var id, _) ->
          with(id, step -> ended(step, State.FAILED, elapsed(step)));
      case ProgressEvent.Notice(var message) -> notice(message);
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
    Instant now = clock.instant();
    took = Duration.between(startedAt, now);
    steps.forEach(step -> step.abandon(now));
    outcome.set(last);
  }

  private void started(StepViewModel step) {
    step.start(clock.instant());
    currentStep.set(step.title());
    advance();
  }

  private void skipped(StepViewModel step, String why) {
    step.tell(why);
    ended(step, State.SKIPPED, Duration.ZERO);
  }

  private void ended(StepViewModel step, State state, Duration duration) {
    step.tell(state == State.SKIPPED ? step.detailProperty().get() : "");
    step.end(state, duration);
    advance();
  }

  private void advance() {
    long ended =
        steps.stream()
            .filter(it -> it.stateProperty().get() != State.WAITING)
            .filter(it -> it.stateProperty().get() != State.RUNNING)
            .count();
    progress.set(steps.isEmpty() ? -1 : (double) ended / steps.size());
  }

  private void notice(String message) {
    if (notices.size() < MOST_NOTICES) {
      notices.add(message);
    }
  }

  /** A restart plans twice and may repeat an id; the later step of that id is meant. */
  private void with(String id, Consumer<StepViewModel> action) {
    Optional<StepViewModel> found =
        steps.reversed().stream().filter(it -> it.id().equals(id)).findFirst();
    found.ifPresent(action);
  }
}
