package dev.coracle.cluster.addon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.node.ClusterPlan;
import dev.coracle.image.NodeRecipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The add-ons of one cluster, with its own values filled in. */
public final class Addons {

  private final ClusterPlan plan;
  private final NodeRecipe recipe;

  /** The add-ons for a cluster whose nodes are made from this recipe. */
  public Addons(ClusterPlan plan, NodeRecipe recipe) {
    this.plan = plan;
    this.recipe = recipe;
  }

  /**
   * What a cluster is not Ready without.
   *
   * @param proxyMode {@code nftables} or {@code iptables}, whichever the nodes' kernel has
   */
  public List<JsonNode> forReady(String proxyMode) {
    List<Addon> wanted =
        new ArrayList<>(List.of(Addon.CLUSTER_ADMINS, Addon.COREDNS, Addon.KUBE_PROXY));
    if (plan.spec().defaultStorage()) {
      wanted.add(Addon.STORAGE);
    }
    return objects(wanted, values(proxyMode));
  }

  /** metrics-server; nothing without a pod network, where its aggregated API could not answer. */
  public List<JsonNode> metrics() {
    return plan.spec().cni() == ClusterSpec.Cni.DEFAULT
        ? objects(List.of(Addon.METRICS_SERVER), values(""))
        : List.of();
  }

  private static List<JsonNode> objects(List<Addon> addons, Map<String, String> values) {
    return addons.stream().flatMap(addon -> addon.objects(values).stream()).toList();
  }

  private Map<String, String> values(String proxyMode) {
    return Map.of(
        "API_NAME", plan.apiName(),
        "EDGE_IP", plan.subnet().edge(),
        "FORWARD_ATTEMPTS", forwardAttempts(),
        "BUSYBOX_TAG", recipe.busybox(),
        "COREDNS_TAG", recipe.coredns(),
        "DNS_IP", plan.dnsAddress(),
        "KUBERNETES_VERSION", plan.spec().kubernetesVersion().toString(),
        "LOCAL_PATH_TAG", recipe.localPath(),
        "METRICS_SERVER_TAG", recipe.metricsServer(),
        "PROXY_CONFIG", proxyConfig(proxyMode));
  }

  /**
   * With no upstream, outside names are to fail after one try of two seconds; CoreDNS can be told
   * so from 1.14 on, and takes three before.
   */
  private String forwardAttempts() {
    return recipe.coredns().startsWith("v1.13.") ? "" : "\n            max_connect_attempts 1";
  }

  private String proxyConfig(String proxyMode) {
    ObjectNode config = JsonNodeFactory.instance.objectNode();
    config.put("apiVersion", "kubeproxy.config.k8s.io/v1alpha1");
    config.put("kind", "KubeProxyConfiguration");
    config.put("bindAddress", "0.0.0.0");
    config.put("clusterCIDR", ClusterPlan.POD_NETWORK);
    config.put("mode", plan.spec().settings().getOrDefault("proxy.mode", proxyMode));
    config.putObject("clientConnection").put("kubeconfig", "/var/lib/kube-proxy/kubeconfig.conf");
    config.put("oomScoreAdj", 0);
    config
        .putObject("conntrack")
        .put("maxPerCore", 0)
        .put("tcpEstablishedTimeout", "0s")
        .put("tcpCloseWaitTimeout", "0s");
    config.putObject("nftables").put("minSyncPeriod", "0s").put("syncPeriod", "30s");
    return config.toString();
  }
}
