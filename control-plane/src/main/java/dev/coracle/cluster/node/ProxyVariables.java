package dev.coracle.cluster.node;

import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ProxySettings;
import dev.coracle.cluster.layout.Subnet;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The environment by which containerd, kubelet and kubeadm's static pods find the user's proxies.
 * What a container was made with is for whoever looks around in it; the node's services read the
 * file, which can change.
 */
final class ProxyVariables {

  private ProxyVariables() {}

  /**
   * The file {@code proxy.env} for a shell: it also takes away what the container was made with.
   */
  static String render(ClusterSpec spec, Subnet subnet) {
    StringBuilder text =
        new StringBuilder(
            "unset HTTP_PROXY HTTPS_PROXY NO_PROXY http_proxy https_proxy no_proxy\n");
    of(spec, subnet)
        .forEach((name, value) -> text.append("export %s=%s\n".formatted(name, quoted(value))));
    return text.toString();
  }

  private static String quoted(String value) {
    return "'" + value.replace("'", "'\\''") + "'";
  }

  /** In capitals and not, for programs read either. */
  static Map<String, String> of(ClusterSpec spec, Subnet subnet) {
    ProxySettings proxy = spec.environment().proxy();
    Map<String, String> variables = new TreeMap<>();
    if (!proxy.equals(ProxySettings.NONE)) {
      put(variables, "HTTP_PROXY", proxy.http());
      put(variables, "HTTPS_PROXY", proxy.https());
      put(variables, "NO_PROXY", direct(spec, proxy, subnet));
    }
    return variables;
  }

  private static void put(Map<String, String> variables, String name, String value) {
    if (!value.isEmpty()) {
      variables.put(name, value);
      variables.put(name.toLowerCase(java.util.Locale.ROOT), value);
    }
  }

  /** A proxy knows nothing of the cluster, so whatever is in it is reached directly. */
  private static String direct(ClusterSpec spec, ProxySettings proxy, Subnet subnet) {
    Stream<String> own =
        Stream.of(
            "localhost",
            "127.0.0.1",
            subnet.cidr(),
            ClusterPlan.POD_NETWORK,
            ClusterPlan.serviceNetwork(spec),
            ".coracle",
            ".coracle.internal",
            ".svc",
            ".cluster.local");
    return Stream.concat(Stream.of(proxy.none().split(",", -1)), own)
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .distinct()
        .collect(Collectors.joining(","));
  }
}
