package dev.coracle.gui.operation;

import dev.coracle.cluster.progress.StepInfo;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A step of an operation, as the checklist shows it. */
public final class StepViewModel {

  /** What has become of a step. */
  public enum State {
    WAITING,
    RUNNING,
    DONE,
    SKIPPED,
    FAILED,
    /** It never began, or was broken off, because another step failed or the user cancelled. */
    ABANDONED
  }

  private final StepInfo info;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.WAITING);
  private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
  private Instant startedAt = Instant.MAX;
  private Duration took = Duration.ZERO;

  StepViewModel(StepInfo info) {
    this.info = info;
  }

  /** Its id in the operation. */
  public String id() {
    return info.id();
  }

  /** What a person reads. */
  public String title() {
    return info.title();
  }

  /** What has become of it. */
  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** How far it is, or why it was skipped; empty when there is nothing to say. */
  public ReadOnlyStringProperty detailProperty() {
    return detail.getReadOnlyProperty();
  }

  /** How long it took, or has taken until now. */
  public Duration elapsed(Instant now) {
    return state.get() == State.RUNNING ? Duration.between(startedAt, now) : took;
  }

  void start(Instant now) {
    startedAt = now;
    state.set(State.RUNNING);
  }

  void tell(String text) {
    detail.set(text);
  }

  void end(State outcome, Duration duration) {
    took = duration;
    state.set(outcome);
  }

  /** Breaks off what has not ended. */
  void abandon(Instant now) {
    if (state.get() == State.RUNNING || state.get() == State.WAITING) {
      end(State.ABANDONED, elapsed(now));
    }
  }
}
