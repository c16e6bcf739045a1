package dev.coracle.cluster.engine;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.util.Locale;
import java.util.Optional;

/**
 * What an engine must be so that Kubernetes nodes run in its containers. Asked before the first
 * cluster is made, so that the answer is a sentence and not a node that hangs.
 */
public final class EngineRequirements {

  /** Below this, the control plane alone makes the machine swap. */
  public static final Bytes LEAST_MEMORY = Bytes.ofMebibytes(1700);

  /** Room for a node's volume and the first images of its user. */
  public static final Bytes LEAST_DISK = Bytes.ofMebibytes(2048);

  /** This release forgets fixed addresses at its restart: moby#47120, mended in 25.0.1. */
  private static final String FORGETFUL = "25.0.0";

  private EngineRequirements() {}

  /**
   * Accepts an engine or says why not.
   *
   * @throws ClusterException with {@code ENGINE_UNSUPPORTED}
   */
  public static void check(EngineInfo engine) {
    refusal(engine)
        .ifPresent(
            problem -> {
              throw new ClusterException(problem);
            });
  }

  private static Optional<Problem> refusal(EngineInfo engine) {
    if (has(engine.name(), "podman")) {
      return refuse(
          "This is Podman (%s), not a Docker Engine.".formatted(engine.endpoint()),
          "Install Docker, or set DOCKER_HOST to a Docker Engine's socket.");
    }
    if (has(engine.operatingSystem(), "windows")) {
      return refuse(
          "Docker runs Windows containers; Kubernetes nodes are Linux containers.",
          "Choose \"Switch to Linux containers\" in Docker Desktop's menu.");
    }
    if (engine.rootless()) {
      return refuse(
          "This Docker Engine (%s) runs without root, so nodes could not mount or set up networks."
              .formatted(engine.endpoint()),
          "Use the system's Docker: `docker context use default`, and unset DOCKER_HOST.");
    }
    if (engine.version().equals(FORGETFUL)) {
      return refuse(
          "Docker Engine 25.0.0 loses containers' fixed addresses when it restarts (moby#47120).",
          "Update Docker to 25.0.1 or newer.");
    }
    return Optional.empty();
  }

  private static boolean has(String text, String word) {
    return text.toLowerCase(Locale.ROOT).contains(word);
  }

  private static Optional<Problem> refuse(String summary, String advice) {
    return Optional.of(Problem.of(Problem.Code.ENGINE_UNSUPPORTED, summary, advice));
  }
}
