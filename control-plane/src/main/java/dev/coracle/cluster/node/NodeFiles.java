package dev.coracle.cluster.node;

import dev.coracle.cluster.engine.FileSet;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.Subnet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The files of docs/node-contract.md that a node is given, apart from its certificates. */
public final class NodeFiles {

  /** Where they lie in a node. */
  public static final String ROOT = "/var/lib/coracle";

  /** Where they lie in an edge. */
  public static final String EDGE_ROOT = "/etc";

  private NodeFiles() {}

  /** The files of one node, by path below {@link #ROOT}. */
  public static FileSet of(ClusterPlan plan, NodeIdentity node) {
    if (plan.spec().bare()) {
      return environment(plan, node);
    }
    FileSet files =
        environment(plan, node)
            .with("kubeadm.yaml", new KubeadmConfig(plan, node).render(), FileSet.PRIVATE);
    files = files.with(patches(plan, KubeadmPatches.Etcd.NEW));
    return node.isControlPlane() ? files : files.with(workerKubelet(plan, node));
  }

  /**
   * The same of a control plane that is added to a cluster that serves.
   *
   * @param members the control planes that etcd has by then, this one included
   * @param tainted whether pods of users are kept off it, as off the others
   */
  public static FileSet ofJoining(
      ClusterPlan plan, NodeIdentity node, List<NodeIdentity> members, boolean tainted) {
    return environment(plan, node)
        .with("kubeadm.yaml", new KubeadmConfig(plan, node, tainted).render(), FileSet.PRIVATE)
        .with(patches(plan.with(members), KubeadmPatches.Etcd.JOINING));
  }

  /** What changes of a control plane that etcd's data is on, when others come and go. */
  public static FileSet ofMember(ClusterPlan plan) {
    return patches(plan, KubeadmPatches.Etcd.MEMBER);
  }

  private static FileSet patches(ClusterPlan plan, KubeadmPatches.Etcd etcd) {
    FileSet files = FileSet.EMPTY;
    for (var patch : KubeadmPatches.of(plan, etcd).entrySet()) {
      files = files.with("patches/" + patch.getKey(), patch.getValue(), FileSet.PUBLIC);
    }
    return files;
  }

  /** What changes when other nodes come and go, or what is around them does. */
  public static FileSet environment(ClusterPlan plan, NodeIdentity node) {
    Subnet subnet = Subnet.around(node.address());
    return FileSet.EMPTY
        .with("node.env", NodeEnv.render(plan, node), FileSet.PUBLIC)
        // Proxies may be written with a password.
        .with("proxy.env", ProxyVariables.render(plan.spec(), subnet), FileSet.PRIVATE);
  }

  /**
   * What kubeadm would write for a node that joined; a worker's kubelet starts with no round trip.
   */
  private static FileSet workerKubelet(ClusterPlan plan, NodeIdentity node) {
    return FileSet.EMPTY
        .with(
            "kubelet/config.yaml",
            KubeletConfig.ofWorker(plan, node).toPrettyString(),
            FileSet.PUBLIC)
        .with("kubelet/kubeadm-flags.env", workerFlags(plan, node), FileSet.PUBLIC);
  }

  /** The user's flags, then those that kubeadm gives a node that joins. */
  private static String workerFlags(ClusterPlan plan, NodeIdentity node) {
    Map<String, String> flags = new TreeMap<>(plan.spec().settingsOf("kubelet"));
    flags.put("node-ip", node.address());
    flags.put("hostname-override", node.name());
    return flags.entrySet().stream()
        .map(flag -> "--%s=%s".formatted(flag.getKey(), flag.getValue()))
        .collect(Collectors.joining(" ", "KUBELET_KUBEADM_ARGS=\"", "\"\n"));
  }

  /** The configuration of an edge, by path below {@link #EDGE_ROOT}. */
  public static FileSet ofEdge(ClusterPlan plan, Forwarding edge) {
    return edge.isUdp()
        ? FileSet.EMPTY.with("coracle/udp.cfg", UdpConfig.render(plan, edge), FileSet.PUBLIC)
        : AutoPauseFiles.ofEdge(plan)
            .with("haproxy/haproxy.cfg", HaproxyConfig.render(plan, edge), FileSet.PUBLIC);
  }
}
