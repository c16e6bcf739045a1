package dev.coracle.gui.async;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The scheduler of the real toolkit. A burst of tasks costs one turn of the JavaFX thread, however
 * many threads it comes from.
 */
public final class FxScheduler implements UiScheduler {

  private static final Logger LOG = LoggerFactory.getLogger(FxScheduler.class);

  private final Map<Object, Runnable> waiting = new LinkedHashMap<>();
  private final Map<Pace, Map<Object, Runnable>> unhurried = new EnumMap<>(Pace.class);

  /** A scheduler; the toolkit must run before the first task. */
  public FxScheduler() {}

  @Override
  public void execute(Runnable task) {
    latest(new Object(), task);
  }

  @Override
  public void latest(Object key, Runnable task) {
    boolean first;
    synchronized (waiting) {
      first = waiting.isEmpty();
      waiting.remove(key);
      waiting.put(key, task);
    }
    if (first) {
      Platform.runLater(this::drain);
    }
  }

  @Override
  public void unhurried(Object key, Pace pace, Runnable task) {
    boolean first;
    synchronized (unhurried) {
      Map<Object, Runnable> tasks = unhurried.computeIfAbsent(pace, _ -> new LinkedHashMap<>());
      first = tasks.isEmpty();
      tasks.put(key, task);
    }
    if (first) {
      long beat = pace.beat().toMillis();
      long left = beat - System.currentTimeMillis() % beat;
      CompletableFuture.delayedExecutor(left, TimeUnit.MILLISECONDS, Runnable::run)
          .execute(() -> beat(pace));
    }
  }

  private void beat(Pace pace) {
    synchronized (unhurried) {
      Map<Object, Runnable> tasks = unhurried.getOrDefault(pace, Map.of());
      tasks.forEach(this::latest);
      tasks.clear();
    }
  }

  private void drain() {
    List<Runnable> tasks;
    synchronized (waiting) {
      tasks = new ArrayList<>(waiting.values());
      waiting.clear();
    }
    tasks.forEach(FxScheduler::run);
  }

  /** One task that fails must not take the rest of the burst with it. */
  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("a task of the window failed", e);
    }
  }
}
