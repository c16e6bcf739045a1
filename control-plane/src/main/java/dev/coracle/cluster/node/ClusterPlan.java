package dev.coracle.cluster.node;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.Subnet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Everything that the files of a cluster's nodes are computed from.
 *
 * @param name the cluster's name
 * @param spec what is asked of it
 * @param subnet its network
 * @param nodes all its nodes
 * @param identity what makes this cluster's objects differ from any other's; {@link #MADE} when
 *     they are there
 */
public record ClusterPlan(
    ClusterName name, ClusterSpec spec, Subnet subnet, List<NodeIdentity> nodes, UUID identity) {

  /** The identity in plans of clusters whose objects are there. */
  public static final UUID MADE = new UUID(0, 0);

  /** The pods' addresses. */
  public static final String POD_NETWORK = "10.244.0.0/16";

  /** The services' addresses unless the user sets others. */
  static final String SERVICE_NETWORK = "10.96.0.0/12";

  private static final String SERVICE_FLAG = "apiserver.service-cluster-ip-range";

  /** Keeps an immutable copy. */
  public ClusterPlan {
    nodes = List.copyOf(nodes);
  }

  /** The same cluster with these nodes. */
  public ClusterPlan with(List<NodeIdentity> others) {
    return new ClusterPlan(name, spec, subnet, others, identity);
  }

  /** The name of the API in every node's hosts file and in its certificate. */
  public String apiName() {
    return "api." + name + ".coracle";
  }

  /** The services' addresses. */
  public String serviceNetwork() {
    return serviceNetwork(spec);
  }

  /** The services' addresses that a spec asks for. */
  static String serviceNetwork(ClusterSpec spec) {
    return spec.settings().getOrDefault(SERVICE_FLAG, SERVICE_NETWORK);
  }

  /** The address of the service {@code kubernetes}: the first, as the API server takes it. */
  public String apiServiceAddress() {
    return ServiceAddresses.nth(serviceNetwork(), 1);
  }

  /** The address of cluster DNS: the tenth, as kubeadm takes it. */
  public String dnsAddress() {
    return ServiceAddresses.nth(serviceNetwork(), 10);
  }

  /** The control planes, in order. */
  public List<NodeIdentity> controlPlanes() {
    return nodes.stream().filter(NodeIdentity::isControlPlane).toList();
  }

  /** The nodes that this port leads to. */
  public List<NodeIdentity> nodesOf(PortMapping port) {
    return nodes.stream().filter(node -> node.isOf(port)).toList();
  }

  /** The members of a new etcd cluster, as {@code --initial-cluster} lists them. */
  String etcdMembers() {
    return controlPlanes().stream()
        .map(node -> "%s=https://%s:2380".formatted(node.name(), node.address()))
        .collect(Collectors.joining(","));
  }

  /** Whether leader election has nothing to elect. */
  boolean singleControlPlane() {
    return controlPlanes().size() == 1;
  }

  /** Whether pods of users belong on control planes, because there is no other node. */
  boolean withoutWorkers() {
    return nodes.stream().allMatch(NodeIdentity::isControlPlane);
  }
}
