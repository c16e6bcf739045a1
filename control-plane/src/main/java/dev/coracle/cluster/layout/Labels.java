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
