package dev.coracle.gui.upkeep;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterService;
import dev.coracle.cluster.Problem;
import dev.coracle.gui.async.Background;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * When a cluster stops by itself. The engine tells of no change to that, so it is asked whenever
 * somebody looks.
 */
public final class ScheduledStopViewModel {

  private final ClusterName cluster;
  private final ClusterService service;
  private final Background background;
  private final InstantSource clock;
  private final ReadOnlyObjectWrapper<Optional<Instant>> at =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

  /** The stop of this cluster; unknown until {@link #look}. */
  public ScheduledStopViewModel(
      ClusterName cluster, ClusterService service, Background background, InstantSource clock) {
    this.cluster = cluster;
    this.service = service;
    this.background = background;
    this.clock = clock;
  }

  /** When it stops; empty while no stop is known. */
  public ReadOnlyObjectProperty<Optional<Instant>> atProperty() {
    return at.getReadOnlyProperty();
  }

  /** Why the last thing that was asked was not done; null when it was. */
  public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Asks whether a stop is scheduled; what another program did meanwhile is seen then. */
  public void look() {
    background.run(this::find, at::set, _ -> at.set(Optional.empty()));
  }

  /** Has it stop after this time. */
  public void stopAfter(Duration delay) {
    Instant time = clock.instant().plus(delay);
    change(
        () -> {
          service.scheduleStop(cluster, time);
          return find();
        });
  }

  /** Lets it go on. */
  public void cancel() {
    change(
        () -> {
          service.cancelScheduledStop(cluster);
          return find();
        });
  }

  private Optional<Instant> find() {
    return service.scheduledStop(cluster);
  }

  private void change(Callable<Optional<Instant>> work) {
    problem.set(null);
    background.run(work, at::set, problem::set);
  }
}
