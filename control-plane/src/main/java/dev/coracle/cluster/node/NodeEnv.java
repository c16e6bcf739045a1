package dev.coracle.cluster.node;

import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.layout.NodeIdentity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The file {@code node.env}: what a node knows of itself and of its cluster. */
final class NodeEnv {

  private NodeEnv() {}

  static String render(ClusterPlan plan, NodeIdentity node) {
    StringBuilder text = new StringBuilder();
    values(plan, node)
        .forEach((key, value) -> text.append(key).append("='").append(value).append("'\n"));
    return text.toString();
  }

  private static Map<String, String> values(ClusterPlan plan, NodeIdentity node) {
    Map<String, String> env = new LinkedHashMap<>();
    env.put("CLUSTER", plan.name().value());
    env.put("NODE_NAME", node.name());
    env.put("NODE_NUMBER", Integer.toString(node.number()));
    env.put("NODE_ROLE", node.role().label());
    env.put("NODE_IP", node.address());
    env.put("API_NAME", plan.apiName());
    env.put("API_IP", NodeNetwork.apiAddress(plan, node));
    env.put("POD_NETWORK", ClusterPlan.POD_NETWORK);
    // The user's cluster gives bare nodes their parts of the pod network, in the order they join.
    env.put("POD_CIDR", plan.spec().bare() ? ClusterPlan.POD_NETWORK : node.podCidr());
    env.put("PEERS", plan.spec().bare() ? "" : peers(plan, node));
    env.put("HOSTS", hosts(plan));
    env.put("SERVICE_NETWORK", plan.serviceNetwork());
    env.put("DNS_IP", plan.dnsAddress());
    env.put("CNI", plan.spec().cni() == ClusterSpec.Cni.NONE ? "none" : "default");
    env.put("AUTO_PAUSE", Long.toString(plan.spec().autoPause().toSeconds()));
    env.put("BOOTSTRAP", bootstrap(plan, node));
    env.put("ETCD_SEED", isSeeded(plan, node) ? plan.identity().toString() : "");
    env.put("ETCD_INITIAL_CLUSTER", isSetUp(plan, node) ? plan.etcdMembers() : "");
    return env;
  }

  private static String bootstrap(ClusterPlan plan, NodeIdentity node) {
    if (plan.spec().bare()) {
      return "bare";
    }
    return node.isControlPlane() ? "init" : "worker";
  }

  /** Whether a control plane is set up on this node, of which etcd is a part. */
  private static boolean isSetUp(ClusterPlan plan, NodeIdentity node) {
    return node.isControlPlane() && !plan.spec().bare();
  }

  /** etcd of a cluster whose objects are there needs none of the prepared ones. */
  private static boolean isSeeded(ClusterPlan plan, NodeIdentity node) {
    return isSetUp(plan, node) && !plan.identity().equals(ClusterPlan.MADE);
  }

  private static String peers(ClusterPlan plan, NodeIdentity self) {
    return plan.nodes().stream()
        .filter(node -> !node.equals(self))
        .map(node -> "%d=%s=%s".formatted(node.number(), node.address(), node.podCidr()))
        .collect(Collectors.joining(" "));
  }

  private static String hosts(ClusterPlan plan) {
    return plan.nodes().stream()
        .map(node -> node.address() + "=" + node.name())
        .collect(Collectors.joining(" "));
  }
}
