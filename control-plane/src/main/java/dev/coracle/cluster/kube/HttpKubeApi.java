package dev.coracle.cluster.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The API of a cluster over HTTPS. */
final class HttpKubeApi implements KubeApi {

  private static final String APPLY = "?fieldManager=coracle&force=true";
  private static final String APPLY_PATCH = "application/apply-patch+yaml";

  private final ApiClient client;
  private final ResourcePaths paths;

  HttpKubeApi(ApiClient client) {
    this.client = client;
    this.paths = new ResourcePaths(path -> client.send("GET", path).require("discover " + path));
  }

  @Override
  public Optional<JsonNode> find(ObjectRef object) {
    ApiResponse response = client.send("GET", paths.of(object));
    return response.isNotFound()
        ? Optional.empty()
        : Optional.of(response.require("get " + object));
  }

  @Override
  public List<JsonNode> list(ObjectKind kind, String namespace) {
    JsonNode list = client.send("GET", paths.ofCollection(kind, namespace)).require("list " + kind);
    List<JsonNode> objects = new ArrayList<>();
    for (JsonNode item : list.path("items")) {
      objects.add(typed(item, kind));
    }
    return objects;
  }

  /** Items of a list of built-in kinds come without their kind. */
  private static JsonNode typed(JsonNode item, ObjectKind kind) {
    if (item instanceof ObjectNode object && !object.has("kind")) {
      object.put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
    }
    return item;
  }

  @Override
  public JsonNode apply(JsonNode object) {
    ObjectRef ref = ObjectRef.of(object);
    return client.send("PATCH", paths.of(ref) + APPLY, APPLY_PATCH, object).require("apply " + ref);
  }

  @Override
  public JsonNode patch(ObjectRef object, PatchType type, JsonNode patch) {
    String path = paths.of(object) + "?fieldManager=coracle";
    return client.send("PATCH", path, type.mediaType(), patch).require("patch " + object);
  }

  @Override
  public boolean delete(ObjectRef object) {
    ApiResponse response = client.send("DELETE", paths.of(object));
    if (response.isNotFound()) {
      return false;
    }
    response.require("delete " + object);
    return true;
  }

  @Override
  public boolean evict(ObjectRef pod) {
    ObjectNode eviction = JsonNodeFactory.instance.objectNode();
    eviction.put("apiVersion", "policy/v1").put("kind", "Eviction");
    eviction.putObject("metadata").put("name", pod.name()).put("namespace", pod.namespace());
    ApiResponse response =
        client.send("POST", paths.of(pod) + "/eviction", "application/json", eviction);
    if (response.isNotFound()) {
      return false;
    }
    if (response.budget().isPresent()) {
      throw isProtected(pod, response.budget().get());
    }
    response.require("evict " + pod);
    return true;
  }

  private static ClusterException isProtected(ObjectRef pod, String why) {
    return new ClusterException(
        Problem.of(
            Problem.Code.POD_PROTECTED,
            "%s may not leave its node: %s.".formatted(pod, why),
            "Add replicas elsewhere, or change the PodDisruptionBudget, then try again."));
  }

  @Override
  public JsonNode await(ObjectRef object, Condition condition, Duration timeout) {
    return watch(object, condition.description(), timeout)
        .until(found -> found.filter(condition.holds()).isPresent())
        .orElseThrow();
  }

  @Override
  public void awaitGone(ObjectRef object, Duration timeout) {
    watch(object, "be gone", timeout).until(Optional::isEmpty);
  }

  private ObjectWatch watch(ObjectRef object, String goal, Duration timeout) {
    return new ObjectWatch(client, object, paths.ofCollection(object), goal, timeout);
  }

  @Override
  public void close() {
    client.close();
  }
}
