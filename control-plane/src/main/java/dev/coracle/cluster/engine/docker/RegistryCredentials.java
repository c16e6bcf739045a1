package dev.coracle.cluster.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What the user once typed into {@code docker login}, in the form the engine takes it. */
final class RegistryCredentials {

  /** The key under which the docker command stores its default registry. */
  private static final String DEFAULT = "https://index.docker.io/v1/";

  private final DockerConfig config;

  RegistryCredentials(DockerConfig config) {
    this.config = config;
  }

  /** The header for a reference's registry; an empty object where nothing is stored. */
  String headerFor(String reference) {
    JsonNode stored = config.credentials(registry(reference)).orElseGet(Json::object);
    ObjectNode header = Json.object();
    String pair =
        new String(
            Base64.getDecoder().decode(stored.path("auth").asText()), StandardCharsets.UTF_8);
    int colon = pair.indexOf(':');
    if (colon > 0) {
      header.put("username", pair.substring(0, colon)).put("password", pair.substring(colon + 1));
    }
    if (stored.hasNonNull("identitytoken")) {
      header.put("identitytoken", stored.path("identitytoken").asText());
    }
    return Base64.getUrlEncoder()
        .encodeToString(header.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String registry(String reference) {
    int slash = reference.indexOf('/');
    String first = slash < 0 ? "" : reference.substring(0, slash);
    boolean isHost = first.contains(".") || first.contains(":") || first.equals("localhost");
    return isHost ? first : DEFAULT;
  }
}
