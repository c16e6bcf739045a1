package dev.coracle.cluster.kubeconfig;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What can go wrong with kubeconfig files, in the user's words. */
final class KubeconfigProblems {

  private KubeconfigProblems() {}

  static ClusterException invalid(Path file, YamlSyntaxException e) {
    return new ClusterException(
        Problem.of(
            Problem.Code.KUBECONFIG_INVALID,
            "%s is not a valid kubeconfig: line %d: %s.".formatted(file, e.line(), e.getMessage()),
            "Correct that line, or set KUBECONFIG to another file. Nothing was changed."),
        e);
  }

  static ClusterException unsafe(Path file) {
    return new ClusterException(
        Problem.of(
            Problem.Code.KUBECONFIG_INVALID,
            "%s is written in a way that cannot be edited without touching other entries."
                .formatted(file),
            "Have kubectl rewrite it (`kubectl config view --raw`), or set KUBECONFIG to another"
                + " file. Nothing was changed."));
  }

  static ClusterException unreadable(Path file, IOException e) {
    return new ClusterException(
        Problem.of(
            Problem.Code.KUBECONFIG_INVALID,
            "%s cannot be read: %s.".formatted(file, reason(e)),
            "Make it readable, or set KUBECONFIG to another file."),
        e);
  }

  static ClusterException readOnly(Path file, IOException e) {
    return new ClusterException(
        Problem.of(
            Problem.Code.KUBECONFIG_READ_ONLY,
            "%s cannot be written: %s.".formatted(file, reason(e)),
            "Make it and its folder writable, or set KUBECONFIG to another file."),
        e);
  }

  static ClusterException locked(Path lock, Duration age) {
    return new ClusterException(
        Problem.of(
            Problem.Code.KUBECONFIG_LOCKED,
            "Another program holds %s, since %d s.".formatted(lock, age.toSeconds()),
            "Wait until it is done. If no kubectl or other tool is running, the lock was left"
                + " behind: remove it with `rm \"%s\"`.".formatted(lock)));
  }

  static ClusterException interrupted() {
    Thread.currentThread().interrupt();
    return new ClusterException(
        Problem.of(
            Problem.Code.INTERRUPTED,
            "The change of the kubeconfig was cancelled.",
            "Try again; nothing was changed."));
  }

  static ClusterException noEntry(ClusterName cluster) {
    return new ClusterException(
        Problem.of(
            Problem.Code.KUBECONFIG_INVALID,
            "The kubeconfig has no context %s.".formatted(cluster.context()),
            "Run `coracle kubeconfig repair %s`.".formatted(cluster)));
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    @Nullable String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }
}
