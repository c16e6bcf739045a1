package dev.coracle.cluster.pki;

import dev.coracle.cluster.NodeRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the certificates of a cluster have in common.
 *
 * @param apiName the name under which nodes reach the API, for instance {@code api.demo.coracle}
 * @param serviceAddress the API's address as a service, for instance {@code 10.96.0.1}
 * @param dnsDomain the domain of services, {@code cluster.local}
 * @param nodes every node; the API servers' certificates name all control planes
 * @param moreApiHosts further names and addresses of the API: the edge's, and the user's own
 * @param leafValidity how long certificates that are no authority are valid
 */
public record ClusterIdentity(
    String apiName,
    String serviceAddress,
    String dnsDomain,
    List<NodeIdentity> nodes,
    List<String> moreApiHosts,
    Duration leafValidity) {

  /** Keeps immutable copies. */
  public ClusterIdentity {
    nodes = List.copyOf(nodes);
    moreApiHosts = List.copyOf(moreApiHosts);
  }

  /** Every name and address under which the API server of this node is asked for. */
  List<String> apiHosts(NodeIdentity node) {
    List<String> hosts = new ArrayList<>(List.of(node.name(), node.address(), apiName));
    hosts.addAll(List.of("localhost", "127.0.0.1", serviceAddress, "kubernetes"));
    hosts.addAll(List.of("kubernetes.default", "kubernetes.default.svc"));
    hosts.add("kubernetes.default.svc." + dnsDomain);
    for (NodeIdentity other : nodes) {
      if (other.role() == NodeRole.CONTROL_PLANE) {
        hosts.addAll(List.of(other.name(), other.address()));
      }
    }
    hosts.addAll(moreApiHosts);
    return hosts;
  }

  /** Where nodes find the API. */
  String apiUrl() {
    return "https://" + apiName + ":6443";
  }
}
