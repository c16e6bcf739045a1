package dev.coracle.cluster.diagnostics;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a cluster is. */
record ClusterCheck(Cluster cluster) implements Check {

  @Override
  public String id() {
    return "cluster-" + cluster.name();
  }

  @Override
  public String title() {
    return "Cluster " + cluster.name();
  }

  @Override
  public boolean needsEngine() {
    return true;
  }

  @Override
  public Finding look() {
    String complaints = String.join(" ", complaints());
    return switch (cluster.status().phase()) {
      case RUNNING ->
          complaints.isEmpty()
              ? Finding.ok(cluster.spec().bare() ? "Its nodes run." : "It serves.")
              : warned(complaints);
      case PAUSED, STOPPED, CREATING ->
          complaints.isEmpty() ? Finding.ok("It does not run now.") : warned(complaints);
      case DEGRADED -> warned("It serves, with something missing. " + complaints);
      case ERROR ->
          Finding.error(
              "It cannot serve, although it should. " + complaints,
              "Restart it, or see its logs with `coracle logs -c %s`.".formatted(cluster.name()));
    };
  }

  private Finding warned(String summary) {
    return Finding.warning(summary.strip(), "See `coracle status %s`.".formatted(cluster.name()));
  }

  private List<String> complaints() {
    return Stream.concat(
            cluster.status().warnings().stream(),
            cluster.status().nodes().stream().map(Node::complaint).flatMap(Optional::stream))
        .distinct()
        .toList();
  }
}
