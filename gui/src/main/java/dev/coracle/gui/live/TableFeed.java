package dev.coracle.gui.live;

import dev.coracle.cluster.Problem;
import dev.coracle.cluster.resources.ClusterResources;
import dev.coracle.cluster.resources.ResourceEvent;
import dev.coracle.cluster.resources.ResourceKind;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.async.Job;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One watch, from its beginning until it is closed. What comes alone is drawn at once; of a stream
 * of events those of half a second are drawn together, since a table reads all its cells anew with
 * every change, and a list that is scrolled meanwhile would falter.
 */
public final class TableFeed {

  private static final Duration COLLECT = Duration.ofMillis(500);

  /** What belongs together comes in one go. */
  private static final Duration AT_ONCE = Duration.ofMillis(40);

  private final Background background;
  private final Consumer<List<ResourceEvent>> onEvents;
  private final Consumer<Problem> onProblem;
  private final List<ResourceEvent> waiting = new ArrayList<>();
  private @Nullable Job job;
  private long drained = System.nanoTime();
  private volatile boolean closed;

  /**
   * A watch that is not open yet.
   *
   * @param onEvents takes what came, on the UI thread
   * @param onProblem takes what ended it, on the UI thread
   */
  public TableFeed(
      Background background, Consumer<List<ResourceEvent>> onEvents, Consumer<Problem> onProblem) {
    this.background = background;
    this.onEvents = onEvents;
    this.onProblem = onProblem;
  }

  /** Begins to watch. */
  public TableFeed open(ClusterResources resources, ResourceKind kind, String namespace) {
    job =
        background.run(
            () -> {
              resources.watch(kind, namespace, this::arrive);
              return kind;
            },
            _ -> {},
            this::failed);
    return this;
  }

  /** Watches no more; nothing arrives from now on. */
  public void close() {
    closed = true;
    if (job != null) {
      job.cancel();
    }
  }

  private void arrive(ResourceEvent event) {
    boolean first;
    Duration patience;
    synchronized (waiting) {
      first = waiting.isEmpty();
      waiting.add(event);
      patience = patience();
    }
    if (event instanceof ResourceEvent.Snapshot) {
      background.ui().execute(this::drain);
    } else if (first) {
      background.after(patience, () -> background.ui().execute(this::drain));
    }
  }

  private Duration patience() {
    Duration left = COLLECT.minusNanos(System.nanoTime() - drained);
    return left.compareTo(AT_ONCE) > 0 ? left : AT_ONCE;
  }

  private void drain() {
    List<ResourceEvent> events;
    synchronized (waiting) {
      events = List.copyOf(waiting);
      waiting.clear();
      drained = System.nanoTime();
    }
    if (!closed && !events.isEmpty()) {
      onEvents.accept(events);
    }
  }

  private void failed(Problem problem) {
    if (!closed) {
      onProblem.accept(problem);
    }
  }
}
