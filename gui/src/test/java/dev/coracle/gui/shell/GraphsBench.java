package dev.coracle.gui.shell;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.SampleClusters;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Measures what the graphs of five nodes cost that tell a sample each every second: the time of all
 * threads but the one that makes the samples up. Prints one line of JSON.
 */
public final class GraphsBench {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int WARM_UP = 330;
  private static final int SECONDS = 40;
  private static final int SETTLE = 10;
  private static final List<String> NODES =
      List.of("control-plane-1", "control-plane-2", "control-plane-3", "worker-1", "worker-2");

  private final BenchWindow window = new BenchWindow();
  private int turn;

  private GraphsBench() {}

  /** Runs it and ends the process. */
  public static void main(String[] arguments) throws InterruptedException {
    Fx.start();
    new GraphsBench().run();
    System.exit(0);
  }

  private void run() throws InterruptedException {
    ClusterSpec spec =
        ClusterSpec.builder(SampleClusters.VERSION).controlPlanes(3).workers(2).build();
    window.fakes.clusters.put(SampleClusters.cluster("demo", spec, Phase.RUNNING));
    window.open("demo", "resources");
    while (window.fakes.metrics.listeners(new ClusterName("demo")) == 0) {
      Thread.sleep(50);
    }
    for (int i = 0; i < WARM_UP; i++) {
      sample();
    }
    live(SETTLE);
    Duration before = used();
    live(SECONDS);
    double share = (used().toNanos() - before.toNanos()) / 1e7 / SECONDS;
    System.out.printf(
        Locale.ROOT,
        "{\"bench\":\"graphs\",\"nodes\":%d,\"graphsCpu\":%.2f}%n",
        NODES.size(),
        share);
  }

  private void live(int seconds) throws InterruptedException {
    for (int i = 0; i < seconds; i++) {
      sample();
      Thread.sleep(SECOND);
    }
  }

  private void sample() {
    double wave = 0.35 + 0.2 * Math.sin(turn / 9.0) + 0.15 * Math.sin(turn / 2.3);
    NODES.forEach(
        node ->
            window.fakes.use(
                "demo", node, wave * (node.length() - 7) / 6, 700 + 80 * wave, 60_000 * wave));
    window.fakes.clock.pass(SECOND);
    turn++;
  }

  private static Duration used() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
  }
}
