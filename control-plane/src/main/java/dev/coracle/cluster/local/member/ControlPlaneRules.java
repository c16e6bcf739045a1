package dev.coracle.cluster.local.member;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.local.parts.ClusterParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What must hold before control planes come or go. */
final class ControlPlaneRules {

  /** With an even number etcd survives no more failures than with one less. */
  private static final Set<Integer> COUNTS = Set.of(1, 3, 5);

  private ControlPlaneRules() {}

  /**
   * Refuses so many more control planes.
   *
   * @throws ClusterException that says why and what to do
   */
  static void checkAddition(ClusterParts parts, int count) {
    int present = parts.controlPlanes().size();
    if (!COUNTS.contains(present + count)) {
      throw refused(
          "%d more would make %d control planes, and etcd keeps a majority well with 1, 3 or 5."
              .formatted(count, present + count),
          present < 5 ? "Add two: --count 2." : "Leave them as they are: five are the most.");
    }
    requireRunning(parts, parts.controlPlanes());
    requireElection(parts);
  }

  /** Two controller managers that both work would undo each other's. */
  private static void requireElection(ClusterParts parts) {
    Stream.of("controller-manager", "scheduler")
        .filter(it -> "false".equals(parts.spec().settingsOf(it).get("leader-elect")))
        .findFirst()
        .ifPresent(
            component -> {
              throw refused(
                  "The cluster is set to elect no leader (%s.leader-elect=false), which several"
                          .formatted(component)
                      + " control planes must.",
                  "Make a new cluster without that setting.");
            });
  }

  /**
   * Refuses to let these nodes go if control planes are among them that must stay.
   *
   * @throws ClusterException that says why and what to do
   */
  static void checkRemoval(ClusterParts parts, List<NodeIdentity> nodes) {
    List<NodeIdentity> leaving = nodes.stream().filter(NodeIdentity::isControlPlane).toList();
    if (!leaving.isEmpty()) {
      List<NodeIdentity> staying = new ArrayList<>(parts.controlPlanes());
      staying.removeAll(leaving);
      requireOdd(leaving, staying);
      requireRunning(parts, staying);
      requireMajority(parts);
    }
  }

  private static void requireOdd(List<NodeIdentity> leaving, List<NodeIdentity> staying) {
    if (staying.isEmpty()) {
      throw refused(
          "A cluster needs a control plane, and no other would be left.",
          "Keep one of them, or delete the cluster with `coracle delete`.");
    }
    if (!COUNTS.contains(staying.size())) {
      List<String> two = new ArrayList<>(names(leaving));
      two.add(staying.getLast().name());
      throw refused(
          "%d control planes would be left, and etcd keeps a majority well with 1, 3 or 5."
              .formatted(staying.size()),
          "Name one more: `coracle node remove %s`.".formatted(String.join(" ", two)));
    }
  }

  private static void requireRunning(ClusterParts parts, List<NodeIdentity> nodes) {
    List<NodeIdentity> down = nodes.stream().filter(node -> !parts.isRunning(node)).toList();
    if (!down.isEmpty()) {
      throw down("Control planes do not run: %s.", down);
    }
  }

  private static void requireMajority(ClusterParts parts) {
    List<NodeIdentity> down =
        parts.controlPlanes().stream().filter(node -> !parts.isRunning(node)).toList();
    if (down.size() * 2 >= parts.controlPlanes().size()) {
      throw down("etcd has no majority to decide this, since these do not run: %s.", down);
    }
  }

  private static ClusterException down(String summary, List<NodeIdentity> down) {
    return new ClusterException(
        Problem.of(
            Problem.Code.CLUSTER_NOT_RUNNING,
            summary.formatted(String.join(", ", names(down))),
            "Start it first: `coracle node start %s`.".formatted(down.getFirst().name())));
  }

  private static List<String> names(List<NodeIdentity> nodes) {
    return nodes.stream().map(NodeIdentity::name).toList();
  }

  private static ClusterException refused(String summary, String advice) {
    return new ClusterException(Problem.of(Problem.Code.CANNOT_CHANGE_LIVE, summary, advice));
  }
}
