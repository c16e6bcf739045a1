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
import java.util.Set;
import java.util.stream.Stream;

/** The add-ons of one cluster, with its own values filled in. */
public final class Addons {

  private static final Set<String> LATE = Set.of("Deployment", "APIService");

  private final ClusterPlan plan;
  private final NodeRecipe recipe;

  /** The add-ons for a cluster whose nodes are made from this recipe. */
  public Addons(ClusterPlan plan, NodeRecipe recipe) {
    this.plan = plan;
    this.recipe = recipe;
  }

  /**
   * What may be there from the beginning: all, but for the programs that nobody waits for.
   *
   * @param proxyMode {@code nftables} or {@code iptables}, whichever the nodes' kernel has
   */
  public List<JsonNode> early(String proxyMode) {
    List<JsonNode> objects =
        objects(
            List.of(
                Addon.CLUSTER_ADMINS, Addon.NODE_CONFIGURATION, Addon.COREDNS, Addon.KUBE_PROXY),
            values(proxyMode));
    return Stream.concat(objects.stream(), extras().filter(object -> !isLate(object))).toList();
  }

  /** kube-proxy alone, whose configuration names the API. */
  public List<JsonNode> proxy(String proxyMode) {
    return objects(List.of(Addon.KUBE_PROXY), values(proxyMode));
  }

  /** The programs that would take time from CoreDNS if they started beside it. */
  public List<JsonNode> late() {
    return extras().filter(Addons::isLate).toList();
  }

  /** An aggregated API whose server is not there makes the API server try, and log, in vain. */
  private static boolean isLate(JsonNode object) {
    return LATE.contains(object.path("kind").asText());
  }

  private Stream<JsonNode> extras() {
    List<Addon> wanted = new ArrayList<>();
    if (plan.spec().defaultStorage()) {
      wanted.add(Addon.STORAGE);
    }
    // Without a pod network its aggregated API could not answer.
    if (plan.spec().cni() == ClusterSpec.Cni.DEFAULT) {
      wanted.add(Addon.METRICS_SERVER);
    }
    return objects(wanted, values("")).stream();
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
