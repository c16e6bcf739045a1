package dev.coracle.gui.nodes;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.Node;
import dev.coracle.cluster.NodeRole;
import dev.coracle.cluster.metrics.NodeSample;
import dev.coracle.cluster.resources.ResourceRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A node as the page shows it.
 *
 * @param name its Kubernetes name
 * @param role what it is for
 * @param condition how it is
 * @param version the version of its kubelet; empty while the API does not tell
 * @param address its address on the cluster's network
 * @param created since when Kubernetes knows it; empty while the API does not tell
 * @param usage what it uses now; empty when it is silent
 */
public record NodeRow(
    String name,
    NodeRole role,
    NodeCondition condition,
    String version,
    String address,
    Optional<Instant> created,
    Optional<Usage> usage) {

  /** What the engine, the API and its samples tell of a node. */
  static NodeRow of(Node node, List<ResourceRow> registered, Optional<NodeSample> sample) {
    Optional<ResourceRow> known =
        registered.stream().filter(row -> row.id().name().equals(node.name())).findFirst();
    boolean cordoned =
        known.filter(row -> row.cells().toString().contains("SchedulingDisabled")).isPresent();
    return new NodeRow(
        node.name(),
        node.role(),
        NodeCondition.of(node, cordoned),
        version(known),
        node.address(),
        known.map(ResourceRow::created),
        sample.map(it -> new Usage(it.cpuCores(), it.memory())));
  }

  /** The column of versions is the only one whose words begin like this. */
  private static String version(Optional<ResourceRow> known) {
    return known.stream()
        .flatMap(row -> row.cells().stream())
        .filter(cell -> cell.matches("v\\d+\\.\\d+.*"))
        .findFirst()
        .orElse("");
  }

  /**
   * What a node uses.
   *
   * @param cores CPU cores
   * @param memory its memory
   */
  public record Usage(double cores, Bytes memory) {}
}
