package dev.coracle.cluster.layout;

import dev.coracle.cluster.ClusterName;

/** The engine's names for the parts of a cluster. */
public final class ObjectNames {

  private ObjectNames() {}

  /** A node's container and its volume. */
  public static String node(ClusterName cluster, String nodeName) {
    return cluster + "-" + nodeName;
  }

  /** The container that publishes the API and the ports known at start. */
  public static String edge(ClusterName cluster) {
    return cluster + "-edge";
  }

  /** The container that publishes a later port of the host. */
  public static String port(ClusterName cluster, int hostPort) {
    return cluster + "-port-" + hostPort;
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
}
