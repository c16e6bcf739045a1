package dev.coracle.cluster.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The docker command's own settings: {@code ~/.docker} or DOCKER_CONFIG.
 *
 * @param folder where they lie; it may be absent
 */
record DockerConfig(Path folder) {

  /** The settings that the docker command would use. */
  static DockerConfig of(Map<String, String> env, Path home) {
    String set = env.getOrDefault("DOCKER_CONFIG", "");
    return new DockerConfig(set.isBlank() ? home.resolve(".docker") : Path.of(set));
  }

  /** The context that is used when nothing else is said. */
  Optional<String> currentContext() {
    String name = file("config.json").map(c -> c.path("currentContext").asText()).orElse("");
    return name.isBlank() ? Optional.empty() : Optional.of(name);
  }

  /** Credentials for a registry as the engine wants them; empty when none are stored. */
  Optional<JsonNode> credentials(String registry) {
    return file("config.json").map(c -> c.path("auths").path(registry)).filter(JsonNode::isObject);
  }

  /**
   * The endpoint of a context.
   *
   * @throws ClusterException with {@code ENGINE_CONTEXT_UNKNOWN} when there is no such context
   */
  DockerEndpoint context(String name) {
    Path id = Path.of(sha256(name));
    String host =
        file(Path.of("contexts", "meta").resolve(id).resolve("meta.json").toString())
            .map(meta -> meta.path("Endpoints").path("docker").path("Host").asText())
            .filter(text -> !text.isBlank())
            .orElseThrow(() -> unknown(name));
    Path certificates = folder.resolve("contexts").resolve("tls").resolve(id).resolve("docker");
    return new DockerEndpoint(
        URI.create(host),
        Optional.of(certificates).filter(Files::isDirectory),
        "context \"%s\"".formatted(name));
  }

  private Optional<JsonNode> file(String name) {
    Path file = folder.resolve(name);
    try {
      return Files.exists(file)
          ? Optional.of(Json.read(Files.readString(file, StandardCharsets.UTF_8)))
          : Optional.empty();
    } catch (IOException e) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.ENGINE_FAILED,
              "Docker's configuration %s cannot be read: %s".formatted(file, e.getMessage()),
              "Repair or remove that file."),
          e);
    }
  }

  private ClusterException unknown(String name) {
    return new ClusterException(
        Problem.of(
            Problem.Code.ENGINE_CONTEXT_UNKNOWN,
            "There is no Docker context \"%s\" in %s.".formatted(name, folder),
            "See `docker context ls`, then `docker context use NAME`, or unset DOCKER_CONTEXT."));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
