package dev.coracle.cluster.kube;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.io.IOException;
import java.net.URI;
import java.security.cert.CertificateException;
import org.jspecify.annotations.Nullable;

/** Tells what it means that an API server gave no answer. */
final class Unreachable {

  private Unreachable() {}

  /**
   * Whether trying again is useless: the server is another one than the certificates say. A
   * connection that ends early is not: the edge accepts it before the API server runs.
   */
  static boolean isForGood(IOException e) {
    for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException) {
        return true;
      }
    }
    return false;
  }

  static ClusterException problem(URI server, IOException e) {
    Problem problem =
        isForGood(e)
            ? Problem.of(
                Problem.Code.API_FAILED,
                "The server at %s is not this cluster's API server: %s"
                    .formatted(server, e.getMessage()),
                "Run `coracle status` to see where the cluster's API is.")
            : Problem.of(
                Problem.Code.TIMEOUT,
                "The API server at %s did not answer in time (%s).".formatted(server, reason(e)),
                "Look at its log with `coracle logs --component kube-apiserver`.");
    return new ClusterException(problem, e);
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
