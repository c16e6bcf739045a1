package dev.coracle.cluster.engine.docker;

import static dev.coracle.cluster.Problem.Code.ENGINE_DENIED;
import static dev.coracle.cluster.Problem.Code.ENGINE_FAILED;
import static dev.coracle.cluster.Problem.Code.ENGINE_MISSING;
import static dev.coracle.cluster.Problem.Code.ENGINE_NOT_RUNNING;
import static dev.coracle.cluster.Problem.Code.INTERRUPTED;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What it means when a connection to the engine cannot be made, or breaks. */
final class ConnectionErrors {

  private ConnectionErrors() {}

  /** The problem behind an exception of the transport. */
  static ClusterException broken(DockerEndpoint endpoint, Throwable failure) {
    if (wasInterrupt(failure)) {
      return interrupted(failure);
    }
    return new ClusterException(problem(endpoint, failure), failure);
  }

  /** The caller was interrupted, which cancels. */
  static ClusterException interrupted(Throwable cause) {
    return new ClusterException(
        Problem.of(INTERRUPTED, "Cancelled.", "Run the command again to continue."), cause);
  }

  /** The engine accepted a connection and then said nothing. */
  static ClusterException silent(DockerEndpoint endpoint, Duration waited, Throwable cause) {
    return new ClusterException(
        Problem.of(
            ENGINE_NOT_RUNNING,
            "Docker at %s did not answer within %d s.".formatted(endpoint, waited.toSeconds()),
            "It may still be starting, or hang: wait, or restart Docker."),
        cause);
  }

  private static boolean wasInterrupt(Throwable failure) {
    return Thread.currentThread().isInterrupted()
        || find(failure, ClosedByInterruptException.class) != null
        || find(failure, InterruptedException.class) != null
        || (find(failure, InterruptedIOException.class) != null
            && find(failure, java.net.SocketTimeoutException.class) == null);
  }

  private static Problem problem(DockerEndpoint endpoint, Throwable failure) {
    String words = words(failure);
    if (words.contains("permission denied") || find(failure, AccessDeniedException.class) != null) {
      return denied(endpoint);
    }
    if (endpoint.isUnixSocket() && !Files.exists(endpoint.socket())) {
      return nothingThere(endpoint, DockerInstallation.isPresent());
    }
    if (find(failure, SSLException.class) != null) {
      return Problem.of(
          ENGINE_FAILED,
          "The TLS connection to Docker at %s failed: %s".formatted(endpoint, deepest(failure)),
          "Check DOCKER_TLS_VERIFY and the certificates in DOCKER_CERT_PATH.");
    }
    return find(failure, java.io.IOException.class) != null
        ? notRunning(endpoint)
        : Problem.of(
            ENGINE_FAILED,
            "Talking to Docker at %s failed: %s".formatted(endpoint, deepest(failure)),
            "Check that Docker works with `docker info`.");
  }

  /** There is no socket: either Docker does not run, or there is none. */
  static Problem nothingThere(DockerEndpoint endpoint, boolean installed) {
    return installed ? notRunning(endpoint) : missing(endpoint);
  }

  private static Problem denied(DockerEndpoint endpoint) {
    return Problem.of(
        ENGINE_DENIED,
        "You may not talk to Docker at %s (%s).".formatted(endpoint, endpoint.origin()),
        "Join the docker group with `sudo usermod -aG docker $USER`, then log out and in again.");
  }

  private static Problem notRunning(DockerEndpoint endpoint) {
    return Problem.of(
        ENGINE_NOT_RUNNING,
        "Docker does not answer at %s (%s).".formatted(endpoint, endpoint.origin()),
        DockerInstallation.howToStart());
  }

  private static Problem missing(DockerEndpoint endpoint) {
    return Problem.of(
        ENGINE_MISSING,
        "Docker is not installed: there is no docker command and nothing at %s."
            .formatted(endpoint),
        DockerInstallation.howToInstall());
  }

  private static String words(Throwable failure) {
    StringBuilder words = new StringBuilder();
    for (Throwable t = failure; t != null; t = t.getCause()) {
      words.append(t.getMessage()).append('\n');
    }
    return words.toString().toLowerCase(Locale.ROOT);
  }

  private static String deepest(Throwable failure) {
    Throwable deepest = failure;
    for (Throwable t = failure; t != null; t = t.getCause()) {
      deepest = t;
    }
    return deepest.getMessage() == null ? deepest.toString() : deepest.getMessage();
  }

  private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return type.cast(t);
      }
    }
    return null;
  }
}
