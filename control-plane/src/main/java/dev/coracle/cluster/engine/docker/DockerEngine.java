package dev.coracle.cluster.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.Subscription;
import dev.coracle.cluster.engine.ContainerEngine;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.EngineEvent;
import dev.coracle.cluster.engine.EngineInfo;
import dev.coracle.cluster.engine.Images;
import dev.coracle.cluster.engine.Networks;
import dev.coracle.cluster.engine.Volumes;
import java.util.function.Consumer;

/** A Docker Engine. */
final class DockerEngine implements ContainerEngine {

  private final DockerApi api;
  private final Containers containers;
  private final Images images;
  private final Networks networks;
  private final DockerVolumes volumes;

  DockerEngine(DockerApi api, DockerConfig config) {
    this.api = api;
    this.containers = new DockerContainers(api);
    this.images = new DockerImages(api, new RegistryCredentials(config));
    this.networks = new DockerNetworks(api);
    this.volumes = new DockerVolumes(api);
  }

  @Override
  public EngineInfo info() {
    JsonNode info = api.get(new ApiPath("/info"));
    JsonNode version = api.get(new ApiPath("/version"));
    return new EngineInfo(
        name(version),
        info.path("ServerVersion").asText(),
        api.version().toString(),
        api.endpoint().toString(),
        info.path("OperatingSystem").asText(),
        info.path("Architecture").asText(),
        info.path("NCPU").asInt(),
        new Bytes(info.path("MemTotal").asLong()),
        info.path("CgroupVersion").asInt(1),
        securityOption(info, "name=rootless"),
        securityOption(info, "name=userns"),
        info.path("DockerRootDir").asText());
  }

  private static String name(JsonNode version) {
    String platform = version.path("Platform").path("Name").asText();
    String component = version.path("Components").path(0).path("Name").asText("Engine");
    // Distributions' builds leave the platform empty and call the first component "Engine".
    return platform.isBlank() ? component.replaceFirst("^Engine$", "Docker Engine") : platform;
  }

  private static boolean securityOption(JsonNode info, String name) {
    for (JsonNode option : info.path("SecurityOptions")) {
      if (option.asText().startsWith(name)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Containers containers() {
    return containers;
  }

  @Override
  public Images images() {
    return images;
  }

  @Override
  public Networks networks() {
    return networks;
  }

  @Override
  public Volumes volumes() {
    return volumes;
  }

  @Override
  public Subscription events(String label, Consumer<EngineEvent> listener, Runnable onLost) {
    return new DockerEvents(api, label).listen(listener, onLost);
  }

  @Override
  public void close() {
    api.close();
  }
}
