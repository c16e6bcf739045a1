package dev.coracle.gui.graphs;

import dev.coracle.cluster.Subscription;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.async.Pace;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Those who look at something that is sampled, and the one stream of samples that is open while
 * anybody does. Used on the UI thread.
 */
final class Audience {

  private final Background background;
  private final Callable<Subscription> source;
  private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
  private @Nullable Sampling sampling;

  /** Nobody looks yet; this source opens the stream. */
  Audience(Background background, Callable<Subscription> source) {
    this.background = background;
    this.source = source;
  }

  /**
   * Samples until closed; several watchers share one stream.
   *
   * @param pace how often at most; several watchers are told at the pace of the fastest
   * @param onNew called whenever there is something new to draw
   */
  Subscription join(Pace pace, Runnable onNew) {
    Watcher watcher = new Watcher(pace, onNew);
    watchers.add(watcher);
    if (sampling == null) {
      sampling = Sampling.of(background, source);
    }
    return watcher;
  }

  /** The pace of the fastest; callable from every thread. */
  Pace pace() {
    return watchers.stream().anyMatch(it -> it.pace == Pace.CLOSE_LOOK)
        ? Pace.CLOSE_LOOK
        : Pace.GLANCE;
  }

  /** There is something new to draw. */
  void tell() {
    watchers.forEach(watcher -> watcher.onNew.run());
  }

  private void leave(Watcher watcher) {
    if (watchers.remove(watcher) && watchers.isEmpty() && sampling != null) {
      sampling.close();
      sampling = null;
    }
  }

  /** Somebody who looks. No record: two who are told the same way are still two. */
  private final class Watcher implements Subscription {

    private final Pace pace;
    private final Runnable onNew;

    Watcher(Pace pace, Runnable onNew) {
      this.pace = pace;
      this.onNew = onNew;
    }

    @Override
    public void close() {
      leave(this);
    }
  }
}
