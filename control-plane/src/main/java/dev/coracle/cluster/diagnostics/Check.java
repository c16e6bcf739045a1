package dev.coracle.cluster.diagnostics;

/** One thing that is looked at. */
public interface Check {

  /** Its stable name, for instance {@code disk}. */
  String id();

  /** What a person calls it, for instance "Disk space". */
  String title();

  /** Whether it asks the container engine; without one it is passed over. */
  boolean needsEngine();

  /**
   * Looks; blocks for seconds at most.
   *
   * @throws dev.coracle.cluster.ClusterException when it cannot look; that is a finding too
   */
  Finding look();
}
