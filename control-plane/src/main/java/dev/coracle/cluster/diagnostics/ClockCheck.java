package dev.coracle.cluster.diagnostics;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterService;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.NodeAccess;
import dev.coracle.cluster.engine.ExecResult;
import dev.coracle.cluster.engine.ExecSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether nodes have the time of this machine. An engine in a virtual machine may have slept longer
 * than its host; then certificates seem to begin in the future.
 */
record ClockCheck(
    Supplier<? extends ClusterService> clusters, Supplier<NodeAccess> nodes, InstantSource clock)
    implements Check {

  private static final Duration MOST = Duration.ofSeconds(5);

  @Override
  public String id() {
    return "clock";
  }

  @Override
  public String title() {
    return "Clock";
  }

  @Override
  public boolean needsEngine() {
    return true;
  }

  @Override
  public Finding look() {
    return clusters.get().list().stream()
        .filter(cluster -> cluster.status().phase() == Phase.RUNNING)
        .filter(cluster -> cluster.version().isPresent())
        .findFirst()
        .map(this::compare)
        .orElseGet(() -> Finding.skipped("No node runs whose time could be compared."));
  }

  private Finding compare(Cluster cluster) {
    ExecSpec date = ExecSpec.of("date", "+%s");
    ExecResult answer = nodes.get().exec(cluster.name(), Optional.empty(), date);
    Instant here = clock.instant();
    Instant there = Instant.ofEpochSecond(Long.parseLong(answer.stdout().strip()));
    Duration apart = Duration.between(there, here).abs();
    return apart.compareTo(MOST) <= 0
        ? Finding.ok("Nodes have the time of this machine.")
        : Finding.error(
            "Nodes of cluster \"%s\" are %d s away from the time of this machine."
                .formatted(cluster.name(), apart.toSeconds()),
            "Restart Docker Desktop, or set the engine's host by NTP.");
  }
}
