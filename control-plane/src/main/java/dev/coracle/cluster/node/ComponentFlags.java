package dev.coracle.cluster.node;

import dev.coracle.cluster.ClusterSpec;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The flags of the control plane's components: Coracle's, then the user's on top. */
final class ComponentFlags {

  /**
   * With kubeadm's rate limit (20 a second) the controllers start one after another for five
   * seconds; this cluster's API server is next door. In the folder the node's image has a serving
   * certificate ready, so that none is made while everybody waits.
   */
  private static final Map<String, String> API_CLIENT =
      Map.of("kube-api-qps", "300", "kube-api-burst", "400", "cert-dir", "/run/kubernetes");

  private final ClusterSpec spec;

  ComponentFlags(ClusterSpec spec) {
    this.spec = spec;
  }

  /**
   * kubelets are verified against the cluster's authority, which issued their serving certificates;
   * and the node may hold the port while the server starts, so that nobody is refused and backs
   * off.
   */
  Map<String, String> apiServer() {
    Map<String, String> flags =
        withGates(
            Map.of(
                "kubelet-certificate-authority", "/etc/kubernetes/pki/ca.crt",
                "permit-port-sharing", "true"));
    return over(flags, "apiserver");
  }

  Map<String, String> controllerManager() {
    return over(withGates(API_CLIENT), "controller-manager");
  }

  Map<String, String> scheduler() {
    return over(withGates(API_CLIENT), "scheduler");
  }

  /**
   * A watch that nothing happens on is told so every minute, long before a compaction (5 minutes)
   * forgets its revision; kubeadm's 5 s cost the API server and etcd 2 % of a core together.
   */
  Map<String, String> etcd() {
    return over(new TreeMap<>(Map.of("watch-progress-notify-interval", "1m")), "etcd");
  }

  private Map<String, String> withGates(Map<String, String> flags) {
    Map<String, String> all = new TreeMap<>(flags);
    if (!spec.featureGates().isEmpty()) {
      all.put("feature-gates", gates());
    }
    return all;
  }

  private String gates() {
    return spec.featureGates().entrySet().stream()
        .map(gate -> gate.getKey() + "=" + gate.getValue())
        .collect(Collectors.joining(","));
  }

  private Map<String, String> over(Map<String, String> flags, String component) {
    flags.putAll(spec.settingsOf(component));
    // kubeadm derives this one from networking.serviceSubnet, for all components alike.
    flags.remove("service-cluster-ip-range");
    return flags;
  }
}
