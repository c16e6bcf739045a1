package dev.coracle.cluster.layout;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.NodePool;
import dev.coracle.cluster.NodeRole;
import dev.coracle.cluster.PortMapping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What never changes of a node, as its labels hold it.
 *
 * @param name the Kubernetes name
 * @param number unique in the cluster for ever
 * @param role what it is for
 * @param address its fixed address
 * @param pool the pool of a worker; empty of control planes
 */
public record NodeIdentity(String name, int number, NodeRole role, String address, String pool) {

  /** A control plane, or a worker of the default pool. */
  public NodeIdentity(String name, int number, NodeRole role, String address) {
    this(name, number, role, address, role == NodeRole.WORKER ? NodePool.DEFAULT : "");
  }

  /** Control planes first, then by number. */
  public static final Comparator<NodeIdentity> ORDER =
      Comparator.comparing(NodeIdentity::role).thenComparingInt(NodeIdentity::number);

  /** The nodes of a new cluster. */
  public static List<NodeIdentity> ofSpec(ClusterSpec spec, Subnet subnet) {
    List<NodeIdentity> nodes = new ArrayList<>();
    for (int i = 1; i <= spec.controlPlanes(); i++) {
      nodes.add(of(NodeRole.CONTROL_PLANE, "", i, i, subnet));
    }
    int ordinal = 0;
    for (NodePool pool : spec.pools()) {
      for (int i = 0; i < pool.count(); i++) {
        ordinal++;
        int number = spec.controlPlanes() + ordinal;
        nodes.add(of(NodeRole.WORKER, pool.name(), ordinal, number, subnet));
      }
    }
    return nodes;
  }

  static NodeIdentity of(NodeRole role, String pool, int ordinal, int number, Subnet subnet) {
    return new NodeIdentity(role.label() + "-" + ordinal, number, role, subnet.node(number), pool);
  }

  /** The node that these labels describe. */
  public static NodeIdentity ofLabels(Map<String, String> labels) {
    NodeRole role = NodeRole.ofLabel(required(labels, Labels.ROLE));
    return new NodeIdentity(
        required(labels, Labels.NODE_NAME),
        Integer.parseInt(required(labels, Labels.NUMBER)),
        role,
        required(labels, Labels.ADDRESS),
        role == NodeRole.WORKER ? labels.getOrDefault(Labels.POOL, NodePool.DEFAULT) : "");
  }

  private static String required(Map<String, String> labels, String key) {
    String value = labels.get(key);
    if (value == null) {
      throw new IllegalStateException("a node without the label " + key);
    }
    return value;
  }

  /** Whether these labels describe a node. */
  public static boolean isNode(Map<String, String> labels) {
    return labels.containsKey(Labels.NUMBER) && labels.containsKey(Labels.NODE_NAME);
  }

  /** The labels that describe this node. */
  public Map<String, String> labels(ClusterName cluster) {
    Map<String, String> labels = new TreeMap<>(Labels.of(cluster, role.label()));
    labels.put(Labels.NODE_NAME, name);
    labels.put(Labels.NUMBER, Integer.toString(number));
    labels.put(Labels.ADDRESS, address);
    if (!pool.isEmpty()) {
      labels.put(Labels.POOL, pool);
    }
    return labels;
  }

  /** The same node of a cluster in another network. */
  public NodeIdentity in(Subnet subnet) {
    return new NodeIdentity(name, number, role, subnet.node(number), pool);
  }

  /** Whether it is a control plane. */
  public boolean isControlPlane() {
    return role == NodeRole.CONTROL_PLANE;
  }

  /** Whether this port leads to it. */
  public boolean isOf(PortMapping port) {
    String own = isControlPlane() ? role.label() : pool;
    return port.pool().map(own::equals).orElse(true);
  }

  /** The pods' addresses on this node. */
  public String podCidr() {
    return "10.244.%d.0/24".formatted(number);
  }
}
