package dev.coracle.cluster.local.observation;

import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.Node;
import dev.coracle.cluster.Node.Health;
import dev.coracle.cluster.NodeRole;
import dev.coracle.cluster.local.parts.ClusterParts;
import java.util.List;
import java.util.function.Predicate;

/** How the state of a cluster follows from its nodes'. */
final class PhaseRules {

  private PhaseRules() {}

  static Phase phase(ClusterParts parts, List<Node> nodes, boolean beingCreated) {
    if (beingCreated) {
      return Phase.CREATING;
    }
    if (parts.unfinished() || nodes.isEmpty()) {
      return Phase.ERROR;
    }
    if (all(nodes, PhaseRules::rests)) {
      return Phase.STOPPED;
    }
    if (all(nodes, node -> node.state() == Node.State.PAUSED) || pausesByItself(nodes)) {
      return Phase.PAUSED;
    }
    boolean published = parts.apiPort().isPresent();
    return parts.isBare() ? runningBare(nodes, published) : running(nodes, published);
  }

  /** What serves on bare nodes is their user's to say: they run if they are well. */
  private static Phase runningBare(List<Node> nodes, boolean published) {
    return published && all(nodes, PhaseRules::isWell) ? Phase.RUNNING : Phase.DEGRADED;
  }

  private static Phase running(List<Node> nodes, boolean published) {
    boolean serves = published && nodes.stream().anyMatch(PhaseRules::servesApi);
    if (!serves) {
      return Phase.ERROR;
    }
    return all(nodes, PhaseRules::isWell) ? Phase.RUNNING : Phase.DEGRADED;
  }

  /** Each node does so by itself, and some are a moment later than others. */
  private static boolean pausesByItself(List<Node> nodes) {
    return nodes.stream()
        .filter(node -> node.role() == NodeRole.CONTROL_PLANE)
        .allMatch(Node::autoPaused);
  }

  private static boolean rests(Node node) {
    return switch (node.state()) {
      case MISSING, CREATED, STOPPED -> true;
      case RUNNING, PAUSED -> false;
    };
  }

  private static boolean servesApi(Node node) {
    return node.role() == NodeRole.CONTROL_PLANE && node.apiServer() == Health.RUNNING;
  }

  private static boolean isWell(Node node) {
    return node.state() == Node.State.RUNNING && node.complaint().isEmpty();
  }

  private static boolean all(List<Node> nodes, Predicate<Node> holds) {
    return nodes.stream().allMatch(holds);
  }
}
