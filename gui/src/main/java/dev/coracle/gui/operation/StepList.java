package dev.coracle.gui.operation;

import dev.coracle.cluster.progress.ProgressEvent;
import dev.coracle.gui.operation.StepViewModel.State;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The steps of an operation: announced, begun, ended, and how far they are as a whole. */
final class StepList {

  private final InstantSource clock;
  private final ObservableList<StepViewModel> steps = FXCollections.observableArrayList();
  private final ObservableList<StepViewModel> view =
      FXCollections.unmodifiableObservableList(steps);
  private final ReadOnlyStringWrapper current = new ReadOnlyStringWrapper("");
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);

  StepList(InstantSource clock) {
    this.clock = clock;
  }

  /** Every step that was announced, in order. */
  ObservableList<StepViewModel> steps() {
    return view;
  }

  /** The title of the step that began last. */
  ReadOnlyStringProperty currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** Steps that ended, 0 to 1; -1 before the steps are known. */
  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** What an event says of a step; notices are of none. */
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
          with(id, step -> ended(step, State.FAILED, step.elapsed(clock.instant())));
      case ProgressEvent.Notice _ -> {}
    }
  }

  /** The operation has ended, and with it what still runs. */
  void end() {
    steps.forEach(step -> step.abandon(clock.instant()));
  }

  private void started(StepViewModel step) {
    step.start(clock.instant());
    current.set(step.title());
    advance();
  }

  private void skipped(StepViewModel step, String why) {
    ended(step, State.SKIPPED, Duration.ZERO);
    step.tell(why);
  }

  private void ended(StepViewModel step, State state, Duration duration) {
    step.end(state, duration);
    step.tell("");
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

  /** A restart plans twice and may repeat an id; the later step of that id is meant. */
  private void with(String id, Consumer<StepViewModel> action) {
    Optional<StepViewModel> found =
        steps.reversed().stream().filter(it -> it.id().equals(id)).findFirst();
    found.ifPresent(action);
  }
}
