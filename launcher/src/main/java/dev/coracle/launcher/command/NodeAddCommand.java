package dev.coracle.launcher.command;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.HostMount;
import dev.coracle.cluster.NodeOptions;
import dev.coracle.cluster.NodePool;
import dev.coracle.cluster.NodeRole;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.Taint;
import dev.coracle.launcher.output.ClusterView;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "add",
    description = {
      "Add nodes to a cluster that runs.",
      "Workers of a pool are alike: one that has none yet takes the options below, another one"
          + " takes none of them."
    })
final class NodeAddCommand implements Runnable {

  private final Session session;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "How many (default: 1 worker, or 2 control planes).")
  @Nullable Integer count;

  @Option(
      names = "--control-plane",
      description = "Control planes instead of workers: a cluster has 1, 3 or 5.")
  boolean controlPlane;

  @Option(names = "--pool", paramLabel = "NAME", description = "The workers' pool.")
  @Nullable String pool;

  @Option(
      names = "--label",
      paramLabel = "KEY=VALUE",
      description = "A label of a new pool's nodes; may be repeated.")
  Map<String, String> labels = Map.of();

  @Option(
      names = "--taint",
      paramLabel = "KEY=VALUE:EFFECT",
      description = "A taint of a new pool's nodes; may be repeated.")
  List<String> taints = List.of();

  @Option(names = "--cpus", paramLabel = "N", description = "Limit of a new pool's nodes.")
  @Nullable Double cpus;

  @Option(names = "--memory", paramLabel = "SIZE", description = "Limit of a new pool's nodes.")
  @Nullable String memory;

  @Option(
      names = "--mount",
      paramLabel = "HOST:NODE[:ro]",
      description = "A folder of this machine for a new pool's nodes; may be repeated.")
  List<String> mounts = List.of();

  NodeAddCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    requireSensible();
    ClusterName name = session.cluster();
    Cluster cluster =
        pool == null
            ? session.show(
                progress -> session.services().clusters().addNodes(name, role(), count(), progress))
            : addTo(name, pool);
    session.result(ClusterView.of(cluster), List.of());
    session
        .printer()
        .say("Cluster \"%s\" has %d nodes.".formatted(name, cluster.status().nodes().size()));
  }

  /** One control plane more would be an even number of them. */
  private int count() {
    int least = controlPlane ? 2 : 1;
    return count == null ? least : count;
  }

  private NodeRole role() {
    return controlPlane ? NodeRole.CONTROL_PLANE : NodeRole.WORKER;
  }

  private void requireSensible() {
    if (count() < 1) {
      throw usage("%d nodes cannot be added.".formatted(count()), "Give --count 1 or more.");
    }
    boolean optioned = !options().equals(NodeOptions.NONE);
    if (pool == null && optioned) {
      throw usage(
          "Labels, taints, limits and mounts belong to a pool.", "Give it a name with --pool.");
    }
    if (pool != null && controlPlane) {
      throw usage("Pools are of workers.", "Leave --pool or --control-plane out.");
    }
  }

  private Cluster addTo(ClusterName name, String pool) {
    NodeOptions asked = options();
    NodeOptions options = asked.equals(NodeOptions.NONE) ? present(name, pool) : asked;
    NodePool more = new NodePool(pool, count(), options);
    return session.show(progress -> session.services().clusters().addWorkers(name, more, progress));
  }

  private NodeOptions present(ClusterName name, String pool) {
    return session
        .services()
        .clusters()
        .require(name)
        .spec()
        .pool(pool)
        .map(NodePool::options)
        .orElse(NodeOptions.NONE);
  }

  private NodeOptions options() {
    NodeOptions options = NodeOptions.NONE;
    for (Map.Entry<String, String> label : labels.entrySet()) {
      options = options.withLabel(label.getKey(), label.getValue());
    }
    for (String taint : taints) {
      options = options.withTaint(Taint.parse(taint));
    }
    for (String mount : mounts) {
      options = options.withMount(HostMount.parse(mount, Path.of("").toAbsolutePath()));
    }
    options = cpus == null ? options : options.withCpus(cpus);
    return memory == null ? options : options.withMemory(Bytes.parse(memory));
  }

  private static ClusterException usage(String summary, String advice) {
    return new ClusterException(Problem.of(Problem.Code.USAGE, summary, advice));
  }
}
