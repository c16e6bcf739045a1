package dev.coracle.launcher.command;

import dev.coracle.cluster.AutoPauseText;
import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.DurationText;
import dev.coracle.launcher.output.ClusterState;
import dev.coracle.launcher.output.NodeStatus;
import dev.coracle.launcher.output.OutputFormat;
import dev.coracle.launcher.output.Printer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "status",
    description = {
      "Show how each node of a cluster is.",
      "The exit code adds up: 1 a host does not run, 2 a kubelet or API server does not, 4 the"
          + " kubeconfig does not lead to the cluster; 7 is a stopped cluster."
    })
final class StatusCommand implements Callable<Integer> {

  private final Session session;

  @Mixin ClusterArgument cluster = new ClusterArgument();

  @Option(
      names = {"-l", "--layout"},
      paramLabel = "LAYOUT",
      description = "The layout of JSON and YAML: nodes (default) or cluster.")
  Layout layout = Layout.NODES;

  /** What one JSON object describes. */
  enum Layout {
    NODES,
    CLUSTER
  }

  StatusCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Cluster found = session.services().clusters().require(cluster.in(session));
    List<NodeStatus> nodes = NodeStatus.of(found);
    print(found, nodes);
    return nodes.stream().mapToInt(NodeStatus::exitCode).reduce(0, (one, other) -> one | other);
  }

  private void print(Cluster found, List<NodeStatus> nodes) {
    Printer printer = session.printer();
    if (layout == Layout.CLUSTER && printer.format() != OutputFormat.TEXT) {
      printer.data(ClusterState.of(found), List.of());
    } else {
      Object value = nodes.size() == 1 ? nodes.getFirst() : nodes;
      printer.data(value, nodes.stream().flatMap(node -> node.lines().stream()).toList());
    }
    selfMade(found, printer);
    warnings(found, nodes, printer);
  }

  /** What it does by itself, since somebody asked for that once. */
  private void selfMade(Cluster found, Printer printer) {
    Instant now = session.console().clock().instant();
    found
        .status()
        .stopsAt()
        .map(at -> Duration.ofMinutes(Duration.between(now, at).plusSeconds(59).toMinutes()))
        .ifPresent(
            left ->
                printer.warn(
                    "It stops by itself in %s. `coracle stop %s --cancel-scheduled` lets it go on."
                        .formatted(DurationText.of(left), found.name())));
    if (found.status().isAutoPaused()) {
      printer.say(
          "It paused by itself, since nobody was connected for %s. The next connection resumes it."
              .formatted(AutoPauseText.of(found.spec().autoPause())));
    }
  }

  private static void warnings(Cluster found, List<NodeStatus> nodes, Printer printer) {
    found.status().warnings().forEach(printer::warn);
    if (nodes.stream().anyMatch(NodeStatus::waitsForKubeadm)) {
      printer.say(
          "Nodes that are unconfigured wait for kubeadm. See: coracle node shell -c %s"
              .formatted(found.name()));
    }
    if (nodes.stream().anyMatch(node -> node.kubeconfig().equals("Misconfigured"))) {
      printer.warn(
          "kubectl does not lead to this cluster. To mend that, run: coracle kubeconfig repair %s"
              .formatted(found.name()));
    }
  }
}
