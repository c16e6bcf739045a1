package dev.coracle.cluster.layout;

import dev.coracle.cluster.ClusterName;
import java.util.Map;

/** The labels that make the engine Coracle's database. */
public final class Labels {

  /** On everything: the cluster that it belongs to. */
  public static final String CLUSTER = "dev.coracle.cluster";

  /**
   * On containers and volumes: {@code control-plane}, {@code worker}, {@code edge}, {@code spec}.
   */
  public static final String ROLE = "dev.coracle.role";

  /** On nodes' containers and volumes: the number that is unique in the cluster for ever. */
  public static final String NUMBER = "dev.coracle.node";

  /** On nodes' containers and volumes: the Kubernetes name of the node. */
  public static final String NODE_NAME = "dev.coracle.node-name";

  /** On workers' containers and volumes: their pool; without it they are of the default one. */
  public static final String POOL = "dev.coracle.pool";

  /** On nodes' containers and volumes, and on edges: the fixed address. */
  public static final String ADDRESS = "dev.coracle.address";

  /** On the edge of a later port: the port, for instance {@code 8080:30080/tcp}. */
  public static final String PORT = "dev.coracle.port";

  /** On the spec volume: the spec, as JSON. */
  public static final String SPEC = "dev.coracle.spec";

  /** On the spec volume: when the cluster was first started, ISO 8601. */
  public static final String CREATED = "dev.coracle.created";

  /** On the spec volume: its number; the highest wins. */
  public static final String REVISION = "dev.coracle.revision";

  /** On the spec volume: the PEM of the authority that signed the API server's certificate. */
  public static final String AUTHORITY = "dev.coracle.authority";

  /**
   * On the spec volume: the highest node numbers ever given, as {@link NodeCounter} writes them.
   */
  public static final String COUNTER = "dev.coracle.counter";

  /** On the spec volume: an upgrade that has not ended, as {@link UpgradeRecord} writes it. */
  public static final String UPGRADE = "dev.coracle.upgrade";

  /** On the volume of a scheduled stop: its time, ISO 8601. */
  public static final String STOPS_AT = "dev.coracle.stops-at";

  /** On a snapshot's record: the snapshot's name. */
  public static final String SNAPSHOT = "dev.coracle.snapshot";

  /** On a snapshot's record and on the container that copies: the cluster that is copied. */
  public static final String SNAPSHOT_OF = "dev.coracle.snapshot-of";

  /** On a snapshot's record: when it was taken, ISO 8601. */
  public static final String TAKEN = "dev.coracle.taken";

  /** On a snapshot's record: the bytes that it takes. */
  public static final String SIZE = "dev.coracle.size";

  /** On a snapshot's record: the processor architecture of its images. */
  public static final String ARCHITECTURE = "dev.coracle.architecture";

  /** On a snapshot's record: the API's port on the host, 0 if it was not known. */
  public static final String API_PORT = "dev.coracle.api-port";

  /** On a snapshot's record: its nodes, as {@link SavedNode} writes them. */
  public static final String NODES = "dev.coracle.nodes";

  /** On the container that copies: the names of those that are frozen meanwhile. */
  public static final String FROZEN = "dev.coracle.frozen";

  /** On what exists while a snapshot is restored: the nodes that the cluster did not have. */
  public static final String ADDED = "dev.coracle.added";

  /**
   * On what exists while control planes come or go: those that do not belong to the cluster yet, or
   * any more.
   */
  public static final String TRANSIENT = "dev.coracle.transient";

  /** On everything: the version of this set of labels. */
  public static final String FORMAT = "dev.coracle.format";

  private static final String FORMAT_VERSION = "1";

  /** What finds everything of every cluster. */
  public static final Map<String, String> ANY = Map.of(FORMAT, FORMAT_VERSION);

  private Labels() {}

  /** What finds everything of a cluster. */
  public static Map<String, String> of(ClusterName cluster) {
    return Map.of(CLUSTER, cluster.value());
  }

  /** What marks an object of a cluster that has this role. */
  public static Map<String, String> of(ClusterName cluster, String role) {
    return Map.of(CLUSTER, cluster.value(), ROLE, role, FORMAT, FORMAT_VERSION);
  }
}
