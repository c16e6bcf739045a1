package dev.coracle.cluster.local.member;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.engine.Volumes;
import dev.coracle.cluster.engine.Volumes.VolumeInfo;
import dev.coracle.cluster.layout.Labels;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.local.step.WholeCall;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The mark of a cluster whose control planes change; one that is left tells of a change cut short.
 */
public final class Transition {

  private static final String JOINING = "joining";
  private static final String LEAVING = "leaving";

  /**
   * What was being done.
   *
   * @param joining whether the nodes were to be added, not removed
   * @param nodes the nodes' names
   */
  record Left(boolean joining, List<String> nodes) {}

  private final Volumes volumes;
  private final ClusterName cluster;

  /** The mark of this cluster, set or not. */
  public Transition(Volumes volumes, ClusterName cluster) {
    this.volumes = volumes;
    this.cluster = cluster;
  }

  /** Comes before anything of these nodes is made. */
  void markJoining(List<NodeIdentity> nodes) {
    mark(JOINING, nodes);
  }

  /** Comes before anything of these nodes is taken away. */
  void markLeaving(List<NodeIdentity> nodes) {
    mark(LEAVING, nodes);
  }

  private void mark(String role, List<NodeIdentity> nodes) {
    Map<String, String> labels = new HashMap<>(Labels.of(cluster, role));
    labels.put(Labels.TRANSIENT, String.join(" ", nodes.stream().map(NodeIdentity::name).toList()));
    WholeCall.run(() -> volumes.create(ObjectNames.transition(cluster), labels));
  }

  /** What a change that was cut short left. */
  Optional<Left> find() {
    return volumes.list(Labels.of(cluster)).stream()
        .filter(volume -> volume.name().equals(ObjectNames.transition(cluster)))
        .map(VolumeInfo::labels)
        .map(Transition::read)
        .findFirst();
  }

  private static Left read(Map<String, String> labels) {
    String nodes = labels.getOrDefault(Labels.TRANSIENT, "");
    return new Left(JOINING.equals(labels.get(Labels.ROLE)), List.of(nodes.split(" ", -1)));
  }

  /** Goes when everything else is done. */
  public void clear() {
    volumes.remove(ObjectNames.transition(cluster));
  }
}
