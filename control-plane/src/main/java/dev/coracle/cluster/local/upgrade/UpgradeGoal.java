package dev.coracle.cluster.local.upgrade;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.UpgradeRequest;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.image.NodeImages;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.UpgradeRecord;
import dev.coracle.cluster.local.parts.BareNodes;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.local.parts.Recorded;
import dev.coracle.cluster.node.ClusterPlan;
import dev.coracle.cluster.node.EdgeContainer;
import dev.coracle.image.NodeRecipe;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a cluster is to become, compared with what it is.
 *
 * @param parts what there is
 * @param recipe what nodes of the wanted version are made of
 * @param image the node image that is wanted
 */
public record UpgradeGoal(ClusterParts parts, NodeRecipe recipe, String image) {

  /**
   * What a request means for a cluster.
   *
   * @throws ClusterException when the cluster cannot become so
   */
  public static UpgradeGoal of(NodeImages images, ClusterParts parts, UpgradeRequest request) {
    Recorded.requireWhole(parts);
    BareNodes.refuse(
        parts,
        "upgrade its Kubernetes",
        "Start another cluster with --bare and the version that you want.");
    Optional<UpgradeRecord> begun = parts.upgrade();
    UpgradePath path =
        new UpgradePath(parts.name(), parts.spec().kubernetesVersion(), images.versions());
    KubernetesVersion version =
        request
            .version()
            .or(() -> request.image().map(images::versionOf))
            .or(() -> begun.map(UpgradeRecord::version))
            .orElseGet(path::newest);
    NodeRecipe recipe = images.recipe(version);
    path.check(version);
    if (begun.filter(it -> !it.version().equals(version)).isPresent()) {
      parts.requireNoUpgrade();
    }
    request.image().ifPresent(image -> images.require(version, image));
    Optional<String> image =
        request.image().or(() -> begun.map(UpgradeRecord::image).filter(images::isThere));
    return new UpgradeGoal(parts, recipe, image.orElse(recipe.reference()));
  }

  /** The wanted Kubernetes version. */
  KubernetesVersion version() {
    return KubernetesVersion.parse(recipe.kubernetes());
  }

  /** Whether kubeadm has anything to do. */
  boolean changesVersion() {
    return !version().equals(parts.spec().kubernetesVersion());
  }

  /** The spec as it will be. */
  ClusterSpec spec() {
    return parts.spec().toBuilder().kubernetesVersion(version()).build();
  }

  /** The cluster as it will be. */
  ClusterPlan plan() {
    return parts.plan(spec());
  }

  /** The nodes that are not upgraded yet, control planes first. */
  List<NodeIdentity> pending() {
    return parts.nodes().stream().filter(node -> !isUpgraded(node)).toList();
  }

  private boolean isUpgraded(NodeIdentity node) {
    boolean ofImage = parts.container(node).filter(this::isOfImage).isPresent();
    return ofImage && (!changesVersion() || record().isDone(node));
  }

  private boolean isOfImage(ContainerInfo container) {
    return container.image().equals(image);
  }

  /** The edges that are of another image, the first one first. */
  List<ContainerInfo> edges() {
    Stream<ContainerInfo> later =
        parts.containers().values().stream()
            .filter(container -> EdgeContainer.portOf(container.labels()).isPresent());
    return Stream.concat(parts.edge().stream(), later)
        .filter(container -> !isOfImage(container))
        .toList();
  }

  /** Whether the cluster is what is wanted. */
  public boolean isReached() {
    boolean begun = parts.upgrade().isPresent();
    return !begun && !changesVersion() && pending().isEmpty() && edges().isEmpty();
  }

  /** The record of this upgrade: the one that is kept, or that of its beginning. */
  UpgradeRecord record() {
    return parts
        .upgrade()
        .filter(begun -> begun.image().equals(image))
        .orElseGet(() -> new UpgradeRecord(version(), image, present(), List.of()));
  }

  /** The image that the nodes are to be put back to if this fails. */
  private String present() {
    return parts
        .upgrade()
        .map(UpgradeRecord::from)
        .orElseGet(
            () ->
                parts.container(parts.firstControlPlane()).map(ContainerInfo::image).orElse(image));
  }
}
