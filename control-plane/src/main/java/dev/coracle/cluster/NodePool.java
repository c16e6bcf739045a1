package dev.coracle.cluster;

import java.util.regex.Pattern;

/**
 * Workers that are alike.
 *
 * @param name a short name, for instance {@code gpu}; nodes carry it as the label {@link #LABEL}
 * @param count how many there are, 0 or more
 * @param options what is asked of them in particular
 */
public record NodePool(String name, int count, NodeOptions options) {

  /** The pool of workers of which nothing else is said. */
  public static final String DEFAULT = "worker";

  /** The label by which Kubernetes knows the pool of a worker. */
  public static final String LABEL = "coracle.dev/pool";

  private static final Pattern NAME = Pattern.compile("[a-z]([-a-z0-9]{0,30}[a-z0-9])?");

  /**
   * @throws ClusterException with {@link Problem.Code#INVALID_SPEC} when name or count is wrong
   */
  public NodePool {
    if (!NAME.matcher(name).matches() || name.equals(NodeRole.CONTROL_PLANE.label())) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.INVALID_SPEC,
              "\"%s\" is not a name for a pool of workers.".formatted(name),
              "Begin with a letter, then write up to 31 lower-case letters, digits and '-'."));
    }
    SpecRules.checkWorkers(count);
  }

  /** So many workers like all others. */
  public static NodePool of(int count) {
    return new NodePool(DEFAULT, count, NodeOptions.NONE);
  }

  /** The same pool of another size. */
  public NodePool withCount(int other) {
    return new NodePool(name, other, options);
  }

  /** The same pool with other options. */
  public NodePool with(NodeOptions others) {
    return new NodePool(name, count, others);
  }

  /** Whether leaving it out says the same. */
  boolean saysNothing() {
    return name.equals(DEFAULT) && count == 0 && options.equals(NodeOptions.NONE);
  }
}
