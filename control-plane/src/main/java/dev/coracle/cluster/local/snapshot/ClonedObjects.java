package dev.coracle.cluster.local.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coracle.cluster.addon.Addons;
import dev.coracle.cluster.kube.KubeApi;
import dev.coracle.cluster.kube.ObjectKind;
import dev.coracle.cluster.kube.ObjectRef;
import dev.coracle.cluster.kube.PatchType;
import dev.coracle.cluster.layout.SnapshotRecord;
import dev.coracle.cluster.layout.Subnet;
import dev.coracle.cluster.local.step.Applying;
import dev.coracle.cluster.node.ClusterPlan;
import dev.coracle.image.NodeRecipe;
import java.util.List;

/** The objects of a copied cluster that name the origin's addresses or hold its credentials. */
final class ClonedObjects {

  private static final List<ObjectKind> WORKLOADS =
      List.of(
          new ObjectKind("apps/v1", "Deployment"),
          new ObjectKind("apps/v1", "DaemonSet"),
          new ObjectKind("apps/v1", "StatefulSet"));
  private static final String TOKEN = "kubernetes.io/service-account-token";

  private final KubeApi api;
  private final SnapshotRecord saved;
  private final ClusterPlan plan;
  private final NodeRecipe recipe;

  ClonedObjects(KubeApi api, SnapshotRecord saved, ClusterPlan plan, NodeRecipe recipe) {
    this.api = api;
    this.saved = saved;
    this.plan = plan;
    this.recipe = recipe;
  }

  void adjust(boolean proxy, String proxyMode, boolean renewTokens) {
    if (proxy) {
      new Applying(api).apply(new Addons(plan, recipe).proxy(proxyMode));
    }
    WORKLOADS.forEach(kind -> api.list(kind, "").forEach(each -> readdress(kind, each)));
    if (renewTokens) {
      api.list(ObjectKind.core("Secret"), "").forEach(this::renewToken);
    }
  }

  /** Add-ons reach the API by the edge's address, see their templates. */
  private void readdress(ObjectKind kind, JsonNode workload) {
    String former = Subnet.around(saved.identities().getFirst().address()).edge();
    ObjectNode patch = JsonNodeFactory.instance.objectNode();
    var patched =
        patch.putObject("spec").putObject("template").putObject("spec").putArray("containers");
    for (JsonNode container : workload.at("/spec/template/spec/containers")) {
      for (JsonNode variable : container.path("env")) {
        if (variable.path("value").asText().equals(former)) {
          patched
              .addObject()
              .put("name", container.path("name").asText())
              .putArray("env")
              .addObject()
              .put("name", variable.path("name").asText())
              .put("value", plan.subnet().edge());
        }
      }
    }
    if (!patched.isEmpty()) {
      api.patch(ref(kind, workload), PatchType.STRATEGIC, patch);
    }
  }

  /** A token that is missing is made by the controller manager, with the present key. */
  private void renewToken(JsonNode secret) {
    if (secret.path("type").asText().equals(TOKEN)) {
      ObjectNode patch = JsonNodeFactory.instance.objectNode();
      patch.putObject("data").putNull("token").putNull("ca.crt");
      api.patch(ref(ObjectKind.core("Secret"), secret), PatchType.MERGE, patch);
    }
  }

  /** Objects in lists do not say their kind. */
  private static ObjectRef ref(ObjectKind kind, JsonNode object) {
    JsonNode metadata = object.path("metadata");
    return kind.named(metadata.path("namespace").asText(), metadata.path("name").asText());
  }
}
