package dev.coracle.cluster.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coracle.cluster.engine.Networks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Networks of a Docker Engine. */
final class DockerNetworks implements Networks {

  private final DockerApi api;

  DockerNetworks(DockerApi api) {
    this.api = api;
  }

  @Override
  public void create(NetworkSpec spec) {
    // Without CheckDuplicate engines before 25 make a second network of the same name.
    ObjectNode network =
        Json.object().put("Name", spec.name()).put("Driver", "bridge").put("CheckDuplicate", true);
    network.set("Labels", Json.of(spec.labels()));
    network
        .putObject("IPAM")
        .put("Driver", "default")
        .putArray("Config")
        .addObject()
        .put("Subnet", spec.subnet())
        .put("IPRange", spec.ipRange())
        .put("Gateway", spec.gateway());
    api.run(ApiRequest.post(new ApiPath("/networks/create")).with(network));
  }

  @Override
  public List<NetworkInfo> list() {
    List<NetworkInfo> networks = new ArrayList<>();
    api.get(new ApiPath("/networks")).forEach(network -> networks.add(view(network)));
    return List.copyOf(networks);
  }

  private static NetworkInfo view(JsonNode network) {
    List<String> subnets = new ArrayList<>();
    network.path("IPAM").path("Config").forEach(part -> subnets.add(part.path("Subnet").asText()));
    return new NetworkInfo(
        network.path("Name").asText(),
        List.copyOf(subnets),
        Map.copyOf(Json.texts(network.path("Labels"))));
  }

  /** The labels of one network, if it exists. */
  Optional<Map<String, String>> labels(String name) {
    return api.find(ApiPath.of("/networks/%s", name)).map(n -> Json.texts(n.path("Labels")));
  }

  @Override
  public void connect(String network, String container) {
    ObjectNode body = Json.object().put("Container", container);
    api.run(ApiRequest.post(ApiPath.of("/networks/%s/connect", network)).with(body));
  }

  @Override
  public void remove(String name) {
    api.runIfFound(ApiRequest.delete(ApiPath.of("/networks/%s", name)));
  }
}
