package dev.coracle.cluster.node;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * kubeadm patches of one node: what holds on this node alone and must not be uploaded, since it
 * would break nodes that join later, and what kubeadm's configuration has no field for. Of a flag
 * given twice the last one counts, so a flag that the user set is left out here.
 */
final class KubeadmPatches {

  /** Seconds between readiness probes of static pods. No Service points to them. */
  private static final int READINESS_PERIOD = 10;

  /** How a node's etcd comes to its data. */
  enum Etcd {
    /** All control planes of the plan form a new cluster together; data that is there stays. */
    NEW,
    /** It takes the data over from the plan's other control planes, which serve. */
    JOINING,
    /** It has its data, and knows its peers from it. */
    MEMBER
  }

  /**
   * kubeadm has each member compare its data with the others' before it serves them. Members that
   * start together, as after a restart of the machine, so wait for each other, 7 s for each peer.
   * Here the leader compares while all serve.
   */
  private static final String CHECKS = "InitialCorruptCheck=false,CompactHashCheck=true";

  private final ClusterPlan plan;
  private final Etcd etcd;

  private KubeadmPatches(ClusterPlan plan, Etcd etcd) {
    this.plan = plan;
    this.etcd = etcd;
  }

  /** Files by name, for kubeadm's patches folder. */
  static Map<String, String> of(ClusterPlan plan, Etcd etcd) {
    KubeadmPatches patches = new KubeadmPatches(plan, etcd);
    Map<String, String> files = new LinkedHashMap<>();
    files.put("etcd0+json.json", patches.etcd().toString());
    files.put("kube-apiserver0+json.json", calmed(JsonNodeFactory.instance.arrayNode()).toString());
    files.put("kube-controller-manager0+json.json", patches.controllerManager().toString());
    files.put("kube-scheduler0+json.json", patches.scheduler().toString());
    return files;
  }

  /**
   * A member without peers still waits for a random time of one to two election timeouts before it
   * elects itself, and with it the API server. It also wakes at every heartbeat, for nobody. With
   * peers, etcd's defaults are for real machines' hiccups.
   */
  private ArrayNode etcd() {
    Map<String, String> flags = new TreeMap<>();
    if (plan.singleControlPlane()) {
      flags.put("heartbeat-interval", "50");
      flags.put("election-timeout", "250");
    } else {
      flags.put("feature-gates", CHECKS);
      flags.putAll(first());
    }
    return calmed(flags("etcd", flags));
  }

  /** kubeadm would make each first member a cluster of its own; data that is there comes first. */
  private Map<String, String> first() {
    return switch (etcd) {
      case NEW ->
          Map.of(
              "initial-cluster", plan.etcdMembers(),
              "initial-cluster-token", plan.identity().toString());
      case JOINING ->
          Map.of("initial-cluster", plan.etcdMembers(), "initial-cluster-state", "existing");
      case MEMBER -> Map.of();
    };
  }

  /** Coracle knows every node's pods' subnet and sets it itself. */
  private ArrayNode controllerManager() {
    Map<String, String> flags = new TreeMap<>(election());
    flags.put("allocate-node-cidrs", "false");
    return flags("controller-manager", flags);
  }

  private ArrayNode scheduler() {
    return calmed(flags("scheduler", election()));
  }

  /** With nobody to compete with, waiting for a lease costs 2 to 15 s at every start. */
  private Map<String, String> election() {
    return plan.singleControlPlane() ? Map.of("leader-elect", "false") : Map.of();
  }

  private ArrayNode flags(String component, Map<String, String> flags) {
    ArrayNode patch = JsonNodeFactory.instance.arrayNode();
    flags.forEach(
        (flag, value) -> {
          if (!plan.spec().settingsOf(component).containsKey(flag)) {
            add(patch, "/spec/containers/0/command/-", "--" + flag + "=" + value);
          }
        });
    return patch;
  }

  /** kubeadm has them probed every second: three TLS handshakes, 3 % of a core, for nobody. */
  private static ArrayNode calmed(ArrayNode patch) {
    patch
        .addObject()
        .put("op", "add")
        .put("path", "/spec/containers/0/readinessProbe/periodSeconds")
        .put("value", READINESS_PERIOD);
    return patch;
  }

  private static void add(ArrayNode patch, String path, String value) {
    patch.addObject().put("op", "add").put("path", path).put("value", value);
  }
}
