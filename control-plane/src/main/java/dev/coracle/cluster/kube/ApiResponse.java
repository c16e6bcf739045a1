package dev.coracle.cluster.kube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.util.Optional;

/**
 * An answer of the API server.
 *
 * @param status the HTTP status
 * @param body the JSON in it; a plain text answer is a JSON string
 */
record ApiResponse(int status, JsonNode body) {

  private static final int OK_UNTIL = 300;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int INTERNAL_ERROR = 500;
  private static final int UNAVAILABLE = 503;

  boolean isNotFound() {
    return status == NOT_FOUND;
  }

  /** Whether the same request may succeed a little later. */
  boolean isWorthRepeating() {
    boolean asksToRetry = body.path("details").has("retryAfterSeconds");
    return (status == TOO_MANY_REQUESTS && budget().isEmpty())
        || status == UNAVAILABLE
        || (status >= INTERNAL_ERROR && asksToRetry);
  }

  /** What a PodDisruptionBudget says against an eviction; empty when none does. */
  Optional<String> budget() {
    for (JsonNode cause : body.path("details").path("causes")) {
      if (cause.path("reason").asText().equals("DisruptionBudget")) {
        return Optional.of(cause.path("message").asText(message()));
      }
    }
    return Optional.empty();
  }

  /**
   * The body of a success.
   *
   * @throws ClusterException with {@code API_FAILED} and the server's message otherwise
   */
  JsonNode require(String action) {
    if (status >= OK_UNTIL) {
      throw failure(action);
    }
    return body;
  }

  private ClusterException failure(String action) {
    return new ClusterException(
        Problem.of(
            Problem.Code.API_FAILED,
            "The API server refused to %s: %s".formatted(action, message()),
            "Look at the API server's log with `coracle logs --component kube-apiserver`."));
  }

  /** The server's own words. */
  String message() {
    String text = body.isTextual() ? body.asText() : body.path("message").asText("");
    return text.isBlank() ? "HTTP status " + status : text.strip();
  }
}
