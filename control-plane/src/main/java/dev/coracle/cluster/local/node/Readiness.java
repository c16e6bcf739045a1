package dev.coracle.cluster.local.node;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.bootstrap.Parallel;
import dev.coracle.cluster.kube.Condition;
import dev.coracle.cluster.kube.KubeApi;
import dev.coracle.cluster.kube.ObjectKind;
import dev.coracle.cluster.kube.ObjectRef;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.node.ClusterPlan;
import dev.coracle.cluster.node.NodeEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What Ready means: every node is Ready, the default service account exists, and DNS answers at its
 * service address. Without a pod network of ours only registration can be waited for.
 */
public final class Readiness {

  private static final ObjectRef DEFAULT_ACCOUNT =
      new ObjectRef(new ObjectKind("v1", "ServiceAccount"), "default", "default");

  private final KubeApi api;
  private final BootWatch boot;
  private final Duration timeout;

  /** Waits no longer than the timeout for each object; for events as long as the step may take. */
  public Readiness(KubeApi api, BootWatch boot, Duration timeout) {
    this.api = api;
    this.boot = boot;
    this.timeout = timeout;
  }

  /** The moment after which a heartbeat is a new one: Kubernetes tells time in whole seconds. */
  public static Instant before(Instant start) {
    return start.truncatedTo(ChronoUnit.SECONDS).minusMillis(1);
  }

  /** Waits for a cluster that was just made. */
  public void awaitNew(ClusterPlan plan) throws InterruptedException {
    for (NodeIdentity node : plan.controlPlanes()) {
      boot.await(node, NodeEvent.RECORDED);
    }
    api.await(DEFAULT_ACCOUNT, Condition.exists(), timeout);
    if (plan.spec().cni() == ClusterSpec.Cni.DEFAULT) {
      awaitNodes(plan.nodes(), Condition.status("Ready"));
      boot.await(plan.nodes().getFirst(), NodeEvent.DNS_READY);
    }
  }

  /** Waits for a cluster that came back: a Node's old state must not pass for its new one. */
  public void awaitReturn(ClusterPlan plan, Instant since) throws InterruptedException {
    if (plan.spec().cni() == ClusterSpec.Cni.DEFAULT) {
      awaitNodes(plan.nodes(), readySince(since));
      boot.await(plan.nodes().getFirst(), NodeEvent.DNS_READY);
    }
  }

  private void awaitNodes(List<NodeIdentity> nodes, Condition condition) {
    Parallel.each(nodes, node -> api.await(NodeRegistration.ref(node), condition, timeout));
  }

  private static Condition readySince(Instant since) {
    Condition ready = Condition.status("Ready");
    return new Condition(
        "be Ready again", node -> ready.holds().test(node) && heartbeat(node).isAfter(since));
  }

  /** When kubelet last said how its Node is; the epoch if it never did. */
  public static Instant heartbeat(JsonNode node) {
    for (JsonNode condition : node.path("status").path("conditions")) {
      if (condition.path("type").asText().equals("Ready")) {
        return Instant.parse(condition.path("lastHeartbeatTime").asText());
      }
    }
    return Instant.EPOCH;
  }
}
