package dev.coracle.cluster;

/** Something that happened to a cluster or to the engine, whoever caused it. */
public sealed interface ClusterEvent {

  /** A cluster is new or is not as it was. */
  record Changed(Cluster cluster) implements ClusterEvent {}

  /** A cluster is gone. */
  record Removed(ClusterName name) implements ClusterEvent {}

  /** The engine does not answer any more. */
  record EngineLost(Problem problem) implements ClusterEvent {}

  /** The engine answers again. */
  record EngineBack(String description) implements ClusterEvent {}
}
