package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Looks at a cluster that pauses by itself, without waking it. */
final class IdleCluster {

  private static final String USAGE =
      "cat /sys/fs/cgroup/cpuacct/cpuacct.usage 2>/dev/null"
          + " || awk '$1 == \"usage_usec\" {print $2 \"000\"}' /sys/fs/cgroup/cpu.stat";

  private final Supplier<Cli> cli;
  private final String name;

  /** One that may have yet to be started. */
  IdleCluster(TestCluster cluster) {
    this(cluster::cli, cluster.name());
  }

  IdleCluster(Supplier<Cli> cli, String name) {
    this.cli = cli;
    this.name = name;
  }

  boolean isPaused() {
    return cli.get()
        .ok("list")
        .out()
        .lines()
        .anyMatch(line -> line.matches(name + " +Paused \\(auto\\).*"));
  }

  /** Waits until every node is frozen. */
  void awaitPause() {
    Eventually.passes("it pauses by itself", () -> assertThat(isPaused()).isTrue());
    Eventually.passes(
        "every node is frozen",
        () -> assertThat(cli.get().run("status", name).out()).doesNotContain("host: Running"));
  }

  /** How much time of processors a node takes in this time, the question itself included. */
  double processorSeconds(String node, Duration time) {
    try {
      long before = nanoseconds(node);
      Thread.sleep(time);
      return (nanoseconds(node) - before) / 1e9;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private long nanoseconds(String node) {
    return Long.parseLong(Docker.text("exec", name + "-" + node, "sh", "-c", USAGE).strip());
  }

  /** The names of the last events of a node, with a space between them. */
  String lastEvents(String node) {
    return Docker.text("logs", "--tail", "8", name + "-" + node)
        .lines()
        .collect(Collectors.joining(" "));
  }
}
