package dev.coracle.cluster.layout;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.PortMapping.Protocol;
import dev.coracle.cluster.SnapshotName;

/** The engine's names for the parts of a cluster. */
public final class ObjectNames {

  /** The volume that holds the copies of every cluster's snapshots. */
  public static final String SNAPSHOTS = "coracle-snapshots";

  private ObjectNames() {}

  /** A node's container and its volume. */
  public static String node(ClusterName cluster, String nodeName) {
    return cluster + "-" + nodeName;
  }

  /** The container that publishes the API and the ports known at start. */
  public static String edge(ClusterName cluster) {
    return cluster + "-edge";
  }

  /** The container that publishes this one port of the host. */
  public static String port(ClusterName cluster, PortMapping port) {
    String suffix = port.protocol() == Protocol.UDP ? "-udp" : "";
    return cluster + "-port-" + port.hostPort() + suffix;
  }

  /** The container through which an upgrade reaches the volume of a node that does not run. */
  public static String upgrade(ClusterName cluster) {
    return "coracle-%s-upgrade".formatted(cluster);
  }

  /** The cluster's network. */
  public static String network(ClusterName cluster) {
    return "coracle-" + cluster;
  }

  /** The volume whose label is the spec. */
  public static String spec(ClusterName cluster, int revision) {
    return "coracle-%s-spec-%d".formatted(cluster, revision);
  }

  /** The volume that exists while a cluster is being created. */
  public static String unfinished(ClusterName cluster) {
    return "coracle-%s-unfinished".formatted(cluster);
  }

  /** The volume that exists while control planes come or go. */
  public static String transition(ClusterName cluster) {
    return "coracle-%s-transition".formatted(cluster);
  }

  /** The empty volume whose labels are a snapshot's record. A cluster's name has no dot. */
  public static String snapshot(ClusterName cluster, SnapshotName name) {
    return "coracle-snapshot-%s.%s".formatted(cluster, name);
  }

  /** The volume whose label is the time at which a cluster is to stop by itself. */
  public static String scheduledStop(ClusterName cluster) {
    return "coracle-%s-stop".formatted(cluster);
  }

  /** The container that copies a cluster's volumes. */
  public static String copier(ClusterName cluster) {
    return "coracle-%s-copier".formatted(cluster);
  }

  /** The volume that exists while a snapshot is copied back beside the cluster's own state. */
  public static String restoring(ClusterName cluster) {
    return "coracle-%s-restoring".formatted(cluster);
  }

  /** The volume that exists from the moment at which the copy is the cluster's state. */
  public static String restored(ClusterName cluster) {
    return "coracle-%s-restored".formatted(cluster);
  }
}
