package dev.coracle.cluster.resources;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;

/** How calls to an in-memory API server fail. */
final class ApiFailures {

  private ApiFailures() {}

  static ClusterException failed(String message) {
    return new ClusterException(Problem.of(Problem.Code.API_FAILED, message, "Correct it."));
  }

  static ClusterException interrupted() {
    return new ClusterException(Problem.of(Problem.Code.INTERRUPTED, "Interrupted.", "Go on."));
  }
}
