package dev.coracle.cluster.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.Images;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Images of a Docker Engine. */
final class DockerImages implements Images {

  private final DockerApi api;
  private final RegistryCredentials credentials;

  DockerImages(DockerApi api, RegistryCredentials credentials) {
    this.api = api;
    this.credentials = credentials;
  }

  @Override
  public Optional<ImageInfo> find(String reference) {
    return api.find(ApiPath.of("/images/%s/json", reference))
        .map(image -> view(image, image.path("Config").path("Labels")));
  }

  @Override
  public List<ImageInfo> list(Map<String, String> labels) {
    List<ImageInfo> images = new ArrayList<>();
    api.get(new ApiPath("/images/json").labelled(labels))
        .forEach(image -> images.add(view(image, image.path("Labels"))));
    return List.copyOf(images);
  }

  private static ImageInfo view(JsonNode image, JsonNode labels) {
    List<String> references = new ArrayList<>();
    image.path("RepoTags").forEach(tag -> references.add(tag.asText()));
    references.remove("<none>:<none>");
    return new ImageInfo(
        image.path("Id").asText(),
        List.copyOf(references),
        image.path("Size").asLong(),
        Map.copyOf(Json.texts(labels)));
  }

  @Override
  public void build(
      InputStream context,
      Map<String, String> arguments,
      String reference,
      Consumer<String> output) {
    // The host's network: behind an intercepting proxy or a VPN the bridge often reaches nothing.
    ApiPath path =
        new ApiPath("/build?version=1&rm=1&forcerm=1&networkmode=host")
            .with("t", reference)
            .with("buildargs", Json.of(arguments).toString());
    follow(
        ApiRequest.post(path).withTar(context),
        new ImageOutput(Problem.Code.IMAGE_BUILD_FAILED, "build " + reference, output));
  }

  @Override
  public void importRootFileSystem(InputStream tar, String reference) {
    ApiPath path =
        new ApiPath("/images/create?fromSrc=-")
            .with("repo", ImageName.of(reference).repository())
            .with("tag", ImageName.of(reference).tag());
    follow(
        ApiRequest.post(path).withTar(tar),
        new ImageOutput(Problem.Code.IMAGE_LOAD_FAILED, "import " + reference, _ -> {}));
  }

  @Override
  public void pull(String reference, Consumer<String> output) {
    ApiPath path =
        new ApiPath("/images/create")
            .with("fromImage", ImageName.of(reference).repository())
            .with("tag", ImageName.of(reference).tag());
    follow(
        ApiRequest.post(path).with("X-Registry-Auth", credentials.headerFor(reference)),
        new ImageOutput(Problem.Code.IMAGE_MISSING, "pull " + reference, output));
  }

  @Override
  public void tag(String reference, String newReference) {
    ApiPath path =
        ApiPath.of("/images/%s/tag", reference)
            .with("repo", ImageName.of(newReference).repository())
            .with("tag", ImageName.of(newReference).tag());
    api.run(ApiRequest.post(path));
  }

  @Override
  public void push(String reference, Consumer<String> output) {
    ApiPath path =
        ApiPath.of("/images/%s/push", ImageName.of(reference).repository())
            .with("tag", ImageName.of(reference).tag());
    follow(
        ApiRequest.post(path).with("X-Registry-Auth", credentials.headerFor(reference)),
        new ImageOutput(Problem.Code.IMAGE_LOAD_FAILED, "push " + reference, output));
  }

  @Override
  public InputStream save(List<String> references) {
    ApiPath path = new ApiPath("/images/get");
    for (String reference : references) {
      path = path.with("names", reference);
    }
    return new AnswerBody(api.open(ApiRequest.get(path)));
  }

  @Override
  public void load(InputStream tar, Consumer<String> output) {
    follow(
        ApiRequest.post(new ApiPath("/images/load?quiet=1")).withTar(tar),
        new ImageOutput(Problem.Code.IMAGE_LOAD_FAILED, "load an image", output));
  }

  @Override
  public void remove(String reference) {
    api.runIfFound(ApiRequest.delete(ApiPath.of("/images/%s", reference)));
  }

  private void follow(ApiRequest request, ImageOutput output) {
    try {
      api.each(request, output::hear);
    } catch (ClusterException e) {
      throw output.explained(e);
    }
  }
}
