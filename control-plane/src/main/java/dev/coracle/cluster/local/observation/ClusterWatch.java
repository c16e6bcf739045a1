package dev.coracle.cluster.local.observation;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterEvent;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.Subscription;
import dev.coracle.cluster.engine.ContainerEngine;
import dev.coracle.cluster.engine.EngineEvent;
import dev.coracle.cluster.engine.EngineInfo;
import dev.coracle.cluster.layout.Labels;
import dev.coracle.cluster.local.step.Waits;
import dev.coracle.cluster.thread.BlockingThreads;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns the engine's events into events of clusters. A burst of events of one cluster becomes one
 * observation, which is told if it differs from the last; an engine that goes away is asked until
 * it is back. A cluster that runs and is not well is looked at again for some time, since no event
 * tells when what is in its containers becomes well.
 */
public final class ClusterWatch {

  private static final Duration RETRY = Duration.ofSeconds(2);
  private static final String LOST = "";

  private final ContainerEngine engine;
  private final Function<ClusterName, Optional<Cluster>> find;
  private final Consumer<ClusterEvent> listener;
  private final Unsettled unsettled;
  private final Map<String, ClusterEvent> told = new HashMap<>();
  private final LinkedBlockingQueue<String> touched = new LinkedBlockingQueue<>();
  private final OwnPauses pauses;
  private @Nullable Subscription events;

  /**
   * Tells the listener, on a thread of its own.
   *
   * @param find looks at a cluster
   * @param unsettled which clusters are to be looked at again, none yet
   */
  public ClusterWatch(
      ContainerEngine engine,
      Function<ClusterName, Optional<Cluster>> find,
      Unsettled unsettled,
      Consumer<ClusterEvent> listener) {
    this.engine = engine;
    this.find = find;
    this.unsettled = unsettled;
    this.listener = listener;
    this.pauses = new OwnPauses(engine.containers(), Clock.systemUTC(), touched::add);
  }

  /** Begins; closing the subscription ends it. */
  public Subscription begin() {
    Thread thread = BlockingThreads.daemon("cluster-watch").start(this::run);
    return thread::interrupt;
  }

  private void run() {
    try {
      if (!subscribe()) {
        awaitEngine();
      }
      while (true) {
        handle(nextBurst());
      }
    } catch (InterruptedException e) {
      // Closing the subscription interrupts this thread; that is its end.
      unsubscribe();
    }
  }

  private boolean subscribe() {
    try {
      events = engine.events(Labels.CLUSTER, this::onEvent, () -> touched.add(LOST));
      return true;
    } catch (ClusterException e) {
      listener.accept(new ClusterEvent.EngineLost(e.problem()));
      return false;
    }
  }

  private void unsubscribe() {
    Subscription open = events;
    if (open != null) {
      open.close();
    }
    pauses.closeAll();
  }

  private void onEvent(EngineEvent event) {
    String cluster = event.labels().get(Labels.CLUSTER);
    // A node's own commands say nothing of its state, and there are many.
    if (cluster != null && !event.action().startsWith("exec_")) {
      touched.add(cluster);
    }
  }

  private Set<String> nextBurst() throws InterruptedException {
    Optional<String> first = unsettled.await(touched);
    if (first.isEmpty()) {
      return unsettled.names();
    }
    Set<String> burst = new LinkedHashSet<>(List.of(first.get()));
    touched.drainTo(burst);
    unsettled.forget(burst);
    return burst;
  }

  private void handle(Set<String> burst) throws InterruptedException {
    for (String cluster : burst) {
      if (cluster.equals(LOST)) {
        listener.accept(new ClusterEvent.EngineLost(lost()));
        awaitEngine();
      } else {
        observe(new ClusterName(cluster));
      }
    }
  }

  private void observe(ClusterName name) {
    try {
      Optional<Cluster> found = find.apply(name);
      unsettled.note(name.value(), found);
      pauses.follow(name.value(), found);
      tell(name, found);
    } catch (ClusterException e) {
      // The engine went away in between; the end of its event stream tells that.
      touched.remove(name.value());
    }
  }

  private void tell(ClusterName name, Optional<Cluster> found) {
    ClusterEvent event =
        found
            .<ClusterEvent>map(ClusterEvent.Changed::new)
            .orElseGet(() -> new ClusterEvent.Removed(name));
    ClusterEvent before = told.put(name.value(), event);
    if (!event.equals(before)) {
      listener.accept(event);
    }
    if (found.isEmpty()) {
      told.remove(name.value());
    }
  }

  private void awaitEngine() throws InterruptedException {
    while (true) {
      Waits.pause(RETRY);
      if (isBack()) {
        return;
      }
    }
  }

  private boolean isBack() {
    try {
      EngineInfo info = engine.info();
      if (!subscribe()) {
        return false;
      }
      listener.accept(new ClusterEvent.EngineBack(info.name() + " " + info.version()));
      return true;
    } catch (ClusterException e) {
      // Still away: the listener knows that already.
      return false;
    }
  }

  private static Problem lost() {
    return Problem.of(
        Problem.Code.ENGINE_NOT_RUNNING,
        "The container engine does not answer any more.",
        "Start it again; clusters that ran come back by themselves.");
  }
}
