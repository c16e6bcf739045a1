package dev.coracle.cluster.local.start;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.image.NodeImages;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.local.parts.ClusterParts;
import java.util.List;
import java.util.Optional;

/**
 * Another image for the nodes of a cluster that exists. Everything that a node keeps is on its
 * volume, so a resting one is made anew from the image; one that runs must stop first.
 */
public final class NodeImageChange {

  private NodeImageChange() {}

  /**
   * Refuses an image that is not there or is of another Kubernetes version.
   *
   * @throws ClusterException with {@link Problem.Code#IMAGE_MISSING} or {@link
   *     Problem.Code#INVALID_SPEC}
   */
  public static void check(NodeImages images, ClusterParts parts, Optional<String> image) {
    if (image.isPresent() && parts.kept().isPresent()) {
      images.require(parts.spec().kubernetesVersion(), image.get());
    }
  }

  /**
   * Refuses an image that is not the one of nodes that are awake.
   *
   * @throws ClusterException with {@link Problem.Code#CANNOT_CHANGE_LIVE}
   */
  static void checkAwake(ClusterParts parts, Optional<String> image) {
    List<String> others =
        parts.nodes().stream()
            .filter(parts::isAwake)
            .filter(node -> isWanted(parts, node, image))
            .map(NodeIdentity::name)
            .toList();
    if (!others.isEmpty()) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.CANNOT_CHANGE_LIVE,
              "Cluster \"%s\" runs, and --node-image cannot change on running nodes: %s."
                  .formatted(parts.name(), String.join(", ", others)),
              "Run `coracle restart %s --node-image %s`."
                  .formatted(parts.name(), image.orElseThrow())));
    }
  }

  /** Whether a node's container is there and is made from another image than is asked for. */
  static boolean isWanted(ClusterParts parts, NodeIdentity node, Optional<String> image) {
    Optional<String> present = parts.container(node).map(ContainerInfo::image);
    return image.isPresent() && present.isPresent() && !present.equals(image);
  }
}
