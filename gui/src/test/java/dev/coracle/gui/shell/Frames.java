package dev.coracle.gui.shell;

import com.sun.javafx.perf.PerformanceTracker;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;

/**
 * What frames took, in milliseconds: the whole from the beginning of a pulse until the frame has
 * been painted, and of that styles and layout on the JavaFX thread.
 */
final class Frames {

  static final int COUNT = 600;
  private static final int WARM_UP = 240;

  private final List<Double> layouts = new CopyOnWriteArrayList<>();
  private final List<Double> wholes = new CopyOnWriteArrayList<>();
  private final Queue<Long> begun = new ConcurrentLinkedQueue<>();
  private final CountDownLatch enough = new CountDownLatch(1);
  private long pulse;

  private Frames() {}

  /** Measures frames of each of which this is the cause. */
  static Frames measure(Scene scene, Runnable change) throws InterruptedException {
    Frames frames = new Frames();
    Fx.run(() -> frames.begin(scene, change));
    frames.enough.await();
    return frames;
  }

  private void begin(Scene scene, Runnable change) {
    scene.addPostLayoutPulseListener(() -> layouts.add(since(pulse)));
    PerformanceTracker.getSceneTracker(scene).setOnRenderedFrameTask(this::painted);
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        pulse = System.nanoTime();
        begun.add(pulse);
        change.run();
        if (wholes.size() >= COUNT + WARM_UP) {
          stop();
          enough.countDown();
        }
      }
    }.start();
  }

  /** A frame is painted while the next one may have begun, but they are painted in order. */
  private void painted() {
    Long first = begun.poll();
    if (first != null) {
      wholes.add(since(first));
    }
  }

  private static double since(long begin) {
    return (System.nanoTime() - begin) / 1e6;
  }

  double layout(double share) {
    return share(layouts, share);
  }

  double whole(double share) {
    return share(wholes, share);
  }

  private static double share(List<Double> values, double share) {
    List<Double> sorted = values.stream().skip(WARM_UP).limit(COUNT).sorted().toList();
    return sorted.get((int) (share * (sorted.size() - 1)));
  }
}
