package dev.coracle.cluster.config;

/**
 * One difference between the spec of an existing cluster and the one that is wanted.
 *
 * @param kind what it takes to change that
 * @param field where a cluster file says it, for instance {@code nodes.pools[gpu].count}
 * @param option which option of the command line says it
 * @param from what the cluster has; {@code none} for nothing
 * @param to what is wanted
 */
public record SpecChange(Kind kind, String field, String option, String from, String to) {

  /** What it takes to change something. */
  public enum Kind {
    /** Every node gets another Kubernetes version. */
    VERSION,
    /** Nodes come or go. */
    NODES,
    /** Ports are published or taken back. */
    PORTS,
    /** Containers get other limits. */
    LIMITS,
    /** Node objects get other labels or taints. */
    MARKS,
    /** Nodes and edges are told when to pause. */
    AUTO_PAUSE,
    /** Nodes are told of other registries, proxies or authorities. */
    SURROUNDINGS,
    /** Only nodes that are added later are concerned. */
    LATER_NODES,
    /** It cannot change while the cluster exists. */
    FIXED
  }

  /** What stands for nothing. */
  public static final String NONE = "none";

  /** Whether it can change while the cluster exists. */
  public boolean isPossible() {
    return kind != Kind.FIXED;
  }

  @Override
  public String toString() {
    return "%s: %s -> %s".formatted(field, from, to);
  }
}
