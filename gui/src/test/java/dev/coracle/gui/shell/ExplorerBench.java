package dev.coracle.gui.shell;

import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.gui.async.FxScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;

/**
 * Measures the explorer with 5,000 pods of which fifty change every second while it is scrolled:
 * how long styles and layout of a frame take on the JavaFX thread, and how far frames are apart.
 * Prints one line of JSON.
 */
public final class ExplorerBench {

  private static final int PODS = 5_000;
  private static final int CHANGES_PER_SECOND = 50;
  private static final int WARM_UP_FRAMES = 120;
  private static final int FRAMES = 600;
  private static final String POD =
      "{apiVersion: v1, kind: Pod, metadata: {name: pod-%05d, namespace: shop},"
          + " status: {phase: Running, restarts: '%d'}}";

  private final Fakes fakes = new Fakes();
  private final List<Double> layouts = new ArrayList<>();
  private final List<Double> intervals = new ArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();

  private ExplorerBench() {}

  /** Runs it and ends the process. */
  public static void main(String[] arguments) throws InterruptedException {
    Fx.start();
    new ExplorerBench().run();
    System.exit(0);
  }

  private void run() throws InterruptedException {
    for (int i = 0; i < PODS; i++) {
      fakes.resources.put(POD.formatted(i, 0));
    }
    fakes.clusters.put("demo", Phase.RUNNING);
    Scene scene = Fx.call(this::open);
    waitFor(scene, "#open-demo");
    Fx.run(() -> ((ButtonBase) scene.lookup("#open-demo")).fire());
    Fx.run(() -> ((TabPane) scene.lookup("#cluster-tabs")).getSelectionModel().select(1));
    waitFor(scene, "#objects .table-row-cell:filled");
    try (var changes = Executors.newSingleThreadScheduledExecutor()) {
      var running =
          changes.scheduleAtFixedRate(
              this::change, 0, 1_000 / CHANGES_PER_SECOND, TimeUnit.MILLISECONDS);
      Fx.run(() -> measure(scene));
      while (intervals.size() < FRAMES) {
        Thread.sleep(100);
      }
      running.cancel(false);
    }
    System.out.printf(
        Locale.ROOT,
        "{\"objects\":%d,\"changesPerSecond\":%d,\"frames\":%d,\"layoutMsP50\":%.1f,"
            + "\"layoutMsP95\":%.1f,\"frameMsP50\":%.1f,\"frameMsP95\":%.1f}%n",
        PODS,
        CHANGES_PER_SECOND,
        FRAMES,
        share(layouts, 0.5),
        share(layouts, 0.95),
        share(intervals, 0.5),
        share(intervals, 0.95));
  }

  private Scene open() {
    Desktop desktop =
        new Desktop(
            fakes.services(), new FxScheduler(), InMemoryPreferences.FIRST, fakes.clock, () -> {});
    desktop.stage().setWidth(990);
    desktop.stage().setHeight(800);
    desktop.show();
    return desktop.stage().getScene();
  }

  private static void waitFor(Scene scene, String query) throws InterruptedException {
    while (Fx.call(() -> scene.lookup(query) == null)) {
      Thread.sleep(50);
    }
  }

  private void change() {
    int now = turn.incrementAndGet();
    fakes.resources.put(POD.formatted(now * 37 % PODS, now));
  }

  private void measure(Scene scene) {
    long[] begun = new long[1];
    int[] frame = new int[1];
    scene.addPreLayoutPulseListener(() -> begun[0] = System.nanoTime());
    scene.addPostLayoutPulseListener(
        () -> keep(layouts, frame[0], (System.nanoTime() - begun[0]) / 1e6));
    TableView<?> table = (TableView<?>) scene.lookup("#objects");
    new AnimationTimer() {
      private long before;

      @Override
      public void handle(long now) {
        keep(intervals, frame[0], (now - before) / 1e6);
        before = now;
        table.scrollTo(frame[0]++ * 3 % PODS);
      }
    }.start();
  }

  private static void keep(List<Double> list, int frame, double millis) {
    if (frame > WARM_UP_FRAMES && list.size() < FRAMES) {
      list.add(millis);
    }
  }

  private static double share(List<Double> values, double share) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get((int) (share * (sorted.size() - 1)));
  }
}
