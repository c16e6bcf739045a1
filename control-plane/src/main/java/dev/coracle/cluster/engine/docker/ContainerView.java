package dev.coracle.cluster.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.engine.ContainerSpec.PublishedPort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A container as the engine's list tells of it. */
final class ContainerView {

  private ContainerView() {}

  /** Reads one entry of the list. */
  static ContainerInfo of(JsonNode entry) {
    return new ContainerInfo(
        name(entry),
        entry.path("Id").asText(),
        entry.path("Image").asText(),
        state(entry.path("State").asText()),
        Json.texts(entry.path("Labels")),
        address(entry),
        ports(entry),
        Instant.ofEpochSecond(entry.path("Created").asLong()));
  }

  /** What only passes by, such as {@code removing}, counts as dead: nothing can be done with it. */
  private static ContainerInfo.State state(String text) {
    return switch (text) {
      case "created" -> ContainerInfo.State.CREATED;
      case "running" -> ContainerInfo.State.RUNNING;
      case "paused" -> ContainerInfo.State.PAUSED;
      case "restarting" -> ContainerInfo.State.RESTARTING;
      case "exited" -> ContainerInfo.State.EXITED;
      default -> ContainerInfo.State.DEAD;
    };
  }

  private static String name(JsonNode entry) {
    for (JsonNode name : entry.path("Names")) {
      // Links add names with a second slash, such as /other/alias.
      if (name.asText().lastIndexOf('/') == 0) {
        return name.asText().substring(1);
      }
    }
    return entry.path("Id").asText();
  }

  private static Optional<String> address(JsonNode entry) {
    for (JsonNode network : entry.path("NetworkSettings").path("Networks")) {
      String fixed = network.path("IPAMConfig").path("IPv4Address").asText("");
      String given = network.path("IPAddress").asText("");
      if (!fixed.isBlank() || !given.isBlank()) {
        return Optional.of(fixed.isBlank() ? given : fixed);
      }
    }
    return Optional.empty();
  }

  private static List<PublishedPort> ports(JsonNode entry) {
    List<PublishedPort> ports = new ArrayList<>();
    for (JsonNode port : entry.path("Ports")) {
      if (port.has("PublicPort")) {
        ports.add(
            new PublishedPort(
                port.path("IP").asText(),
                port.path("PublicPort").asInt(),
                port.path("PrivatePort").asInt(),
                port.path("Type").asText()));
      }
    }
    return ports;
  }
}
