package dev.coracle.cluster.engine.docker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coracle.cluster.engine.Volumes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Volumes of a Docker Engine. */
final class DockerVolumes implements Volumes {

  private final DockerApi api;

  DockerVolumes(DockerApi api) {
    this.api = api;
  }

  @Override
  public void create(String name, Map<String, String> labels) {
    ObjectNode volume = Json.object().put("Name", name).put("Driver", "local");
    volume.set("Labels", Json.of(labels));
    api.run(ApiRequest.post(new ApiPath("/volumes/create")).with(volume));
  }

  @Override
  public List<VolumeInfo> list(Map<String, String> labels) {
    List<VolumeInfo> volumes = new ArrayList<>();
    api.get(new ApiPath("/volumes").labelled(labels))
        .path("Volumes")
        .forEach(
            v ->
                volumes.add(new VolumeInfo(v.path("Name").asText(), Json.texts(v.path("Labels")))));
    return List.copyOf(volumes);
  }

  /** The labels of one volume, if it exists. */
  Optional<Map<String, String>> labels(String name) {
    return api.find(ApiPath.of("/volumes/%s", name)).map(v -> Json.texts(v.path("Labels")));
  }

  @Override
  public void remove(String name) {
    api.runIfFound(ApiRequest.delete(ApiPath.of("/volumes/%s", name)));
  }
}
