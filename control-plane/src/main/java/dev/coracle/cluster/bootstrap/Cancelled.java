package dev.coracle.cluster.bootstrap;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;

/** An interrupt, as the library tells it. */
public final class Cancelled {

  private Cancelled() {}

  /** The exception for an operation whose thread was interrupted. */
  public static ClusterException because(Exception e) {
    return new ClusterException(
        Problem.of(
            Problem.Code.INTERRUPTED,
            "The operation was cancelled.",
            "What it had begun was undone; run it again when you like."),
        e);
  }
}
