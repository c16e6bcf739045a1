package dev.coracle.cluster.local.step;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coracle.cluster.bootstrap.Parallel;
import dev.coracle.cluster.kube.Condition;
import dev.coracle.cluster.kube.KubeApi;
import dev.coracle.cluster.kube.ObjectKind;
import dev.coracle.cluster.kube.ObjectRef;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Applies many objects at once: namespaces first, then all the others side by side. */
public final class Applying {

  private static final ObjectRef KUBE_SYSTEM =
      new ObjectRef(new ObjectKind("v1", "Namespace"), "", "kube-system");

  private final KubeApi api;

  /** Applies through this API, which stays the caller's to close. */
  public Applying(KubeApi api) {
    this.api = api;
  }

  /**
   * Applies them all, those that are there already too.
   *
   * @throws dev.coracle.cluster.ClusterException with what the API server said
   */
  public void apply(List<JsonNode> objects) {
    Map<Boolean, List<JsonNode>> byKind =
        objects.stream().collect(Collectors.partitioningBy(Applying::isNamespace));
    // The API server makes its own namespaces a moment after it answers.
    api.await(KUBE_SYSTEM, Condition.exists(), Duration.ofSeconds(60));
    Parallel.each(byKind.getOrDefault(true, List.of()), api::apply);
    Parallel.each(byKind.getOrDefault(false, List.of()), api::apply);
  }

  private static boolean isNamespace(JsonNode object) {
    return object.path("kind").asText().equals("Namespace");
  }
}
