package dev.coracle.gui.shell;

import dev.coracle.cluster.ClusterStatus.Phase;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.skin.VirtualFlow;

/**
 * Measures the explorer with 5,000 pods of which fifty change every second while the list is
 * scrolled as by a wheel that is turned fast. Prints one line of JSON.
 */
public final class ExplorerBench {

  private static final int PODS = 5_000;
  private static final int CHANGES_PER_SECOND = 50;
  private static final int PIXELS_A_FRAME = 48;
  private static final String POD =
      "{apiVersion: v1, kind: Pod, metadata: {name: pod-%05d, namespace: shop},"
          + " status: {phase: Running, restarts: '%d'}}";

  private final BenchWindow window = new BenchWindow();
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
      window.fakes.resources.put(POD.formatted(i, 0));
    }
    window.fakes.clusters.put("demo", Phase.RUNNING);
    window.open("demo", "explorer");
    window.await("#objects .table-row-cell:filled");
    print(whileChanging());
  }

  private Frames whileChanging() throws InterruptedException {
    VirtualFlow<?> list = Fx.call(() -> (VirtualFlow<?>) window.find("#objects .virtual-flow"));
    try (var changes = Executors.newSingleThreadScheduledExecutor()) {
      var running =
          changes.scheduleAtFixedRate(
              this::change, 0, 1_000 / CHANGES_PER_SECOND, TimeUnit.MILLISECONDS);
      Frames frames = Frames.measure(window.scene(), () -> scroll(list));
      running.cancel(false);
      return frames;
    }
  }

  private static void print(Frames frames) {
    System.out.printf(
        Locale.ROOT,
        "{\"bench\":\"explorer\",\"objects\":%d,\"changesPerSecond\":%d,\"frames\":%d,"
            + "\"layoutMsP50\":%.1f,\"layoutMsP95\":%.1f,\"frameMsP50\":%.1f,\"frameMsP95\":%.1f}%n",
        PODS,
        CHANGES_PER_SECOND,
        Frames.COUNT,
        frames.layout(0.5),
        frames.layout(0.95),
        frames.whole(0.5),
        frames.whole(0.95));
  }

  private static void scroll(VirtualFlow<?> list) {
    list.scrollPixels(PIXELS_A_FRAME);
  }

  private void change() {
    int now = turn.incrementAndGet();
    window.fakes.resources.put(POD.formatted(now * 37 % PODS, now));
  }
}
