package dev.coracle.cluster.local.member;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.TarArchive;
import dev.coracle.cluster.kube.Condition;
import dev.coracle.cluster.kube.KubeApi;
import dev.coracle.cluster.kube.ObjectKind;
import dev.coracle.cluster.kube.ObjectRef;
import dev.coracle.cluster.kube.PatchType;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.local.node.NodeCommands;
import dev.coracle.cluster.node.ClusterPlan;
import dev.coracle.cluster.node.NodeFiles;
import dev.coracle.cluster.node.StaticPods;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The election of the controllers that work. A single control plane's have nobody to compete with
 * and hold none; before there is a second one they must, and must have won it.
 */
final class LeaderElection {

  /** A lease that a controller of before holds ends after 15 s. */
  private static final Duration ELECTED = Duration.ofSeconds(60);

  /** The longest that a beginning may take: new containers, then a lease for each. */
  static final Duration LIMIT = ELECTED.multipliedBy(3);

  private static final ObjectKind LEASE = new ObjectKind("coordination.k8s.io/v1", "Lease");
  private static final List<String> CONTROLLERS =
      List.of(StaticPods.CONTROLLER_MANAGER, StaticPods.SCHEDULER);
  private static final List<String> COMPONENTS =
      List.of(StaticPods.ETCD, StaticPods.CONTROLLER_MANAGER, StaticPods.SCHEDULER);

  private final Containers containers;
  private final ClusterName cluster;
  private final KubeApi api;

  LeaderElection(Containers containers, ClusterName cluster, KubeApi api) {
    this.containers = containers;
    this.cluster = cluster;
    this.api = api;
  }

  /**
   * Lets the controllers of the only control plane be elected, and etcd wait for peers as long as
   * those of a plan with several do.
   */
  void begin(NodeIdentity node, ClusterPlan several) {
    Map<String, String> before = new HashMap<>();
    CONTROLLERS.forEach(controller -> before.put(controller, renewal(controller)));
    renew(node, several, COMPONENTS);
    for (String controller : CONTROLLERS) {
      String seen = before.getOrDefault(controller, "");
      api.await(lease(controller), held(node, seen), ELECTED);
    }
    showTruth(node);
  }

  private static ObjectRef lease(String controller) {
    return LEASE.named("kube-system", controller);
  }

  private String renewal(String controller) {
    return api.find(lease(controller)).map(LeaderElection::renewal).orElse("");
  }

  private static String renewal(JsonNode lease) {
    return lease.at("/spec/renewTime").asText();
  }

  /** One that is renewed has a controller behind it that knows that it was elected. */
  private static Condition held(NodeIdentity node, String before) {
    return new Condition(
        "be held by " + node.name(),
        lease -> isHeld(lease, node) && !renewal(lease).equals(before));
  }

  private static boolean isHeld(JsonNode lease, NodeIdentity node) {
    return lease.at("/spec/holderIdentity").asText().startsWith(node.name() + "_");
  }

  /**
   * Ends the election where one control plane is left. etcd keeps its pace until its next start,
   * which is all that the other one is for: a restart would keep everybody waiting.
   */
  void end(NodeIdentity node, ClusterPlan single) {
    renew(node, single, CONTROLLERS);
    release(node);
    showTruth(node);
  }

  private void renew(NodeIdentity node, ClusterPlan plan, List<String> restarted) {
    String container = ObjectNames.node(cluster, node.name());
    containers.copyIn(container, NodeFiles.ROOT, TarArchive.of(NodeFiles.ofMember(plan)));
    NodeCommands.require(containers, container, StaticPods.renew(restarted));
  }

  /** What the API shows of static pods is a copy, which kubelet makes again when it is gone. */
  private void showTruth(NodeIdentity node) {
    COMPONENTS.forEach(
        component ->
            api.delete(ObjectKind.core("Pod").named("kube-system", component + "-" + node.name())));
  }

  /**
   * Frees what controllers of this node held, which have ended: the next ones would watch it for 15
   * s before they believe that nobody renews it.
   */
  void release(NodeIdentity node) {
    for (String controller : CONTROLLERS) {
      if (api.find(lease(controller)).filter(lease -> isHeld(lease, node)).isPresent()) {
        var patch = JsonNodeFactory.instance.objectNode();
        patch.putObject("spec").put("holderIdentity", "").put("leaseDurationSeconds", 1);
        api.patch(lease(controller), PatchType.MERGE, patch);
      }
    }
  }
}
