package dev.coracle.gui;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.gui.shell.Fakes;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Shows the window over a library in memory, to look at it by hand, and says how long that took and
 * what the process costs while one cluster is watched.
 */
public final class Preview {

  private static final Duration WATCHED = Duration.ofSeconds(20);

  private Preview() {}

  /** Shows the window; with an argument, ends by itself after forty seconds. */
  public static void main(String[] arguments) throws InterruptedException {
    Fakes fakes = new Fakes();
    fakes.clusters.put("demo", Phase.RUNNING).put("lab", Phase.STOPPED);
    fakes.clusters.delayEveryStep(Duration.ofMillis(600));
    CoracleWindow window = new CoracleWindow(fakes.services(), () -> {});
    window.show();
    window.awaitVisible();
    System.out.printf("visible after %d ms%n", sinceStart());
    try (var feeding = Executors.newSingleThreadScheduledExecutor()) {
      var samples = feeding.scheduleAtFixedRate(() -> feed(fakes), 0, 1, TimeUnit.SECONDS);
      watch();
      if (arguments.length > 0) {
        samples.cancel(false);
        window.close();
      }
    }
  }

  private static void feed(Fakes fakes) {
    double cores = 0.3 + 0.2 * Math.random();
    if (fakes.metrics.listeners(new ClusterName("demo")) > 0) {
      fakes.use("demo", "control-plane-1", cores, 600, 20_000 * cores);
    }
  }

  /** First the compiler of the virtual machine has to come to rest. */
  private static void watch() throws InterruptedException {
    Thread.sleep(WATCHED);
    long before = cpuNanos();
    Thread.sleep(WATCHED);
    double share = 100.0 * (cpuNanos() - before) / WATCHED.toNanos();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    System.out.printf("idle %.1f %% of a core, heap %d MiB%n", share, heap);
  }

  private static long sinceStart() {
    return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
  }

  private static long cpuNanos() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime();
  }
}
