package dev.coracle.cluster.local.snapshot;

import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.engine.Images;
import dev.coracle.cluster.layout.NodeCounter;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.layout.SavedNode;
import dev.coracle.cluster.layout.SnapshotRecord;
import dev.coracle.cluster.layout.SpecVolumes;
import dev.coracle.cluster.layout.Subnet;
import dev.coracle.cluster.local.network.ClusterNetworks;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.local.parts.Inventory;
import dev.coracle.cluster.local.parts.Marks;
import dev.coracle.cluster.local.parts.Tools;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a restore changes of a cluster's parts.
 *
 * @param saved what is to be
 * @param present what is there now, nothing if the cluster was deleted
 * @param subnet the network that is there now
 */
public record RestoredParts(
    SnapshotRecord saved, Optional<ClusterParts> present, Optional<Subnet> subnet) {

  /** What restoring this snapshot changes now. */
  public static RestoredParts of(Tools tools, SnapshotRecord saved) {
    return new RestoredParts(
        saved,
        new Inventory(tools.engine()).find(saved.cluster()),
        new ClusterNetworks(tools.engine().networks()).find(saved.cluster()));
  }

  boolean hasNetwork(Subnet wanted) {
    return subnet.filter(wanted::equals).isPresent();
  }

  private List<NodeIdentity> now() {
    return present.map(ClusterParts::nodes).orElse(List.of());
  }

  /** The nodes that the cluster does not have now. */
  List<NodeIdentity> added() {
    List<String> names = Copies.names(now());
    return saved.identities().stream().filter(node -> !names.contains(node.name())).toList();
  }

  /** The nodes that the snapshot does not have. */
  List<NodeIdentity> gone() {
    List<String> names = Copies.names(saved.identities());
    return now().stream().filter(node -> !names.contains(node.name())).toList();
  }

  List<ContainerInfo> awakeNodes() {
    return present.stream()
        .flatMap(parts -> parts.nodes().stream().flatMap(node -> parts.container(node).stream()))
        .filter(ClusterParts::isAwake)
        .toList();
  }

  /** What the nodes are made from now. */
  Optional<String> presentImage() {
    return present
        .filter(parts -> !parts.nodes().isEmpty())
        .flatMap(parts -> parts.container(parts.firstControlPlane()))
        .map(ContainerInfo::image);
  }

  /** Whether the containers that are there fit the snapshot; else they are made anew. */
  boolean keepsContainers() {
    return present
        .filter(parts -> parts.kept().isPresent() && parts.spec().equals(saved.kept().spec()))
        .filter(parts -> parts.nodes().equals(saved.identities()))
        .filter(parts -> saved.nodes().stream().allMatch(node -> fits(parts, node)))
        .isPresent();
  }

  private static boolean fits(ClusterParts parts, SavedNode saved) {
    return parts
        .container(saved.node())
        .map(ContainerInfo::image)
        .filter(image -> !image.equals(saved.image()))
        .isEmpty();
  }

  /** The image of the snapshot's nodes, if containers must be made anew and the engine has it. */
  Optional<String> imageOfNew(Images images) {
    return saved
        .image()
        .filter(_ -> !keepsContainers())
        .filter(image -> images.find(image).isPresent());
  }

  /** The numbers of nodes that came later do not come back either. */
  SpecVolumes.Kept kept() {
    SpecVolumes.Kept then = saved.kept();
    NodeCounter counter = then.counter();
    int revision = 0;
    if (present.flatMap(ClusterParts::kept).isPresent()) {
      counter = counter.atLeast(present.get().counter());
      revision = present.get().kept().orElseThrow().revision();
    }
    return new SpecVolumes.Kept(then.spec(), then.createdAt(), then.authority(), counter, revision);
  }

  /** The parts as they will be when the copy is in place. */
  ClusterParts after() {
    return new ClusterParts(
        saved.cluster(),
        Optional.of(
            new SpecVolumes.Kept(
                spec(), kept().createdAt(), kept().authority(), kept().counter(), 1)),
        saved.identities(),
        containersAfter(),
        Marks.NONE);
  }

  private ClusterSpec spec() {
    return saved.kept().spec();
  }

  private Map<String, ContainerInfo> containersAfter() {
    return keepsContainers()
        ? present.orElseThrow().containers().values().stream()
            .map(this::stopped)
            .collect(Collectors.toMap(ContainerInfo::name, container -> container))
        : Map.of();
  }

  private ContainerInfo stopped(ContainerInfo now) {
    boolean node =
        saved.identities().stream()
            .anyMatch(each -> ObjectNames.node(saved.cluster(), each.name()).equals(now.name()));
    return node
        ? new ContainerInfo(
            now.name(),
            now.id(),
            now.image(),
            ContainerInfo.State.EXITED,
            now.labels(),
            now.address(),
            now.published(),
            now.createdAt())
        : now;
  }
}
