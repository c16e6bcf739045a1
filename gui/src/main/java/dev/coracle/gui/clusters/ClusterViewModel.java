package dev.coracle.gui.clusters;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.gui.operation.OperationViewModel;
import dev.coracle.gui.operation.Operations;
import java.time.Duration;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** One cluster: what it is now, what is being done to it, and what may be done. */
public final class ClusterViewModel {

  private static final Set<Phase> STARTABLE = Set.of(Phase.STOPPED, Phase.ERROR, Phase.CREATING);
  private static final Set<Phase> ALIVE = Set.of(Phase.RUNNING, Phase.DEGRADED, Phase.ERROR);

  private final Operations operations;
  private final ReadOnlyObjectWrapper<Cluster> cluster;
  private final ReadOnlyObjectWrapper<@Nullable OperationViewModel> operation =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ObservableBooleanValue engineAnswers;
  private Subscription outcome = Subscription.EMPTY;

  ClusterViewModel(Cluster first, Operations operations, ObservableBooleanValue engineAnswers) {
    this.cluster = new ReadOnlyObjectWrapper<>(first);
    this.operations = operations;
    this.engineAnswers = engineAnswers;
    operate(operations.current().get(first.name()));
  }

  /** Its name, which never changes. */
  public ClusterName name() {
    return cluster.get().name();
  }

  /** The cluster as last observed. */
  public ReadOnlyObjectProperty<Cluster> clusterProperty() {
    return cluster.getReadOnlyProperty();
  }

  /** What is being done to it, or failed and is not yet dismissed; null for nothing. */
  public ReadOnlyObjectProperty<@Nullable OperationViewModel> operationProperty() {
    return operation.getReadOnlyProperty();
  }

  /** Whether an operation on it runs; changes when a failed one ends too. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Its phase as last observed. */
  public Phase phase() {
    return cluster.get().status().phase();
  }

  /** Whether it paused by itself: the next connection resumes it. */
  boolean isAutoPaused() {
    return cluster.get().status().isAutoPaused();
  }

  /** How long nobody was connected when it pauses by itself; zero: it does not. */
  Duration autoPause() {
    return cluster.get().spec().autoPause();
  }

  /** Whether {@link #start} makes sense now. */
  public BooleanBinding canStart() {
    return free(STARTABLE);
  }

  /** Whether {@link #stop} makes sense now. */
  public BooleanBinding canStop() {
    return free(Set.of(Phase.RUNNING, Phase.DEGRADED, Phase.ERROR, Phase.PAUSED));
  }

  /** Whether {@link #restart} makes sense now. */
  public BooleanBinding canRestart() {
    return free(ALIVE);
  }

  /** Whether {@link #pause} makes sense now. */
  public BooleanBinding canPause() {
    return free(Set.of(Phase.RUNNING, Phase.DEGRADED));
  }

  /** Whether {@link #resume} makes sense now. */
  public BooleanBinding canResume() {
    return free(Set.of(Phase.PAUSED));
  }

  /** Whether {@link #delete} makes sense now. */
  public BooleanBinding canDelete() {
    return isFree();
  }

  /** Whether the engine answers and nothing is being done to it, in whatever state it is. */
  public BooleanBinding isFree() {
    return free(Set.of(Phase.values()));
  }

  /** Makes it run. */
  public void start() {
    operations.start(name());
  }

  /** Stops it. */
  public void stop() {
    operations.stop(name());
  }

  /** Stops and starts it. */
  public void restart() {
    operations.restart(name());
  }

  /** Freezes it. */
  public void pause() {
    operations.pause(name());
  }

  /** Thaws it. */
  public void resume() {
    operations.resume(name());
  }

  /** Deletes it. */
  public void delete() {
    operations.delete(name());
  }

  /** Takes a failed operation off the screen. */
  public void dismiss() {
    operations.dismiss(name());
  }

  void observe(Cluster now) {
    cluster.set(now);
  }

  final void operate(@Nullable OperationViewModel now) {
    outcome.unsubscribe();
    operation.set(now);
    if (now == null) {
      busy.set(false);
    } else {
      outcome = now.outcomeProperty().subscribe(_ -> busy.set(now.active()));
    }
  }

  private BooleanBinding free(Set<Phase> phases) {
    return Bindings.createBooleanBinding(
        () -> engineAnswers.get() && !busy.get() && phases.contains(phase()),
        cluster,
        busy,
        engineAnswers);
  }
}
