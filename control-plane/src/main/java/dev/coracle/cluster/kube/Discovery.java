package dev.coracle.cluster.kube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coracle.cluster.resources.ResourceKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The kinds that an API server serves: two requests, since it answers with all groups at once. */
final class Discovery {

  /** Asks for every group in one answer, which servers since 1.30 give. */
  static final String AGGREGATED =
      "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

  private Discovery() {}

  /** The kinds that can be listed, from the answers of {@code /api} and {@code /apis}. */
  static List<ResourceKind> kinds(JsonNode... answers) {
    List<ResourceKind> kinds = new ArrayList<>();
    for (JsonNode answer : answers) {
      for (JsonNode group : answer.path("items")) {
        addGroup(group, kinds);
      }
    }
    return kinds;
  }

  /** Versions come with the preferred one first; an older one may have kinds of its own. */
  private static void addGroup(JsonNode group, List<ResourceKind> kinds) {
    String name = group.path("metadata").path("name").asText("");
    Set<String> seen = new HashSet<>();
    for (JsonNode version : group.path("versions")) {
      for (JsonNode resource : version.path("resources")) {
        ResourceKind kind = kind(name, version.path("version").asText(""), resource);
        if (kind.can("list") && seen.add(kind.plural())) {
          kinds.add(kind);
        }
      }
    }
  }

  private static ResourceKind kind(String group, String version, JsonNode resource) {
    Set<String> subresources = new HashSet<>();
    resource
        .path("subresources")
        .forEach(it -> subresources.add(it.path("subresource").asText("")));
    return new ResourceKind(
        group,
        version,
        resource.path("responseKind").path("kind").asText(""),
        resource.path("resource").asText(""),
        resource.path("scope").asText("").equals("Namespaced"),
        texts(resource.path("verbs")),
        subresources);
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new HashSet<>();
    list.forEach(item -> texts.add(item.asText("")));
    return texts;
  }
}
