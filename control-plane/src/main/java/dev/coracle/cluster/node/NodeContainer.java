package dev.coracle.cluster.node;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.NodeOptions;
import dev.coracle.cluster.engine.ContainerSpec;
import dev.coracle.cluster.engine.ContainerSpec.Mount;
import dev.coracle.cluster.engine.ContainerSpec.Privileges;
import dev.coracle.cluster.engine.Resources;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.layout.Subnet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How the container of a node is made. */
public final class NodeContainer {

  /**
   * What kubelet, containerd and kube-proxy need. SYS_RESOURCE is left out: some daemons cannot
   * grant it, and without it only the lowering of oom_score_adj is lost, which the node copes with.
   */
  private static final Set<String> CAPABILITIES =
      Set.of(
          "AUDIT_WRITE",
          "CHOWN",
          "DAC_OVERRIDE",
          "DAC_READ_SEARCH",
          "FOWNER",
          "FSETID",
          "IPC_LOCK",
          "KILL",
          "MKNOD",
          "NET_ADMIN",
          "NET_BIND_SERVICE",
          "NET_RAW",
          "SETFCAP",
          "SETGID",
          "SETPCAP",
          "SETUID",
          "SYSLOG",
          "SYS_ADMIN",
          "SYS_CHROOT",
          "SYS_NICE",
          "SYS_PTRACE");

  /** The default grace period and the margin of docs/node-contract.md. */
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);

  private NodeContainer() {}

  /** The container of this node, from this image. */
  public static ContainerSpec of(
      ClusterName cluster, ClusterSpec spec, NodeIdentity node, String image) {
    String name = ObjectNames.node(cluster, node.name());
    NodeOptions options = spec.optionsOf(node.pool());
    return new ContainerSpec(
        name,
        image,
        node.name(),
        List.of("node"),
        node.labels(cluster),
        ObjectNames.network(cluster),
        Optional.of(node.address()),
        mounts(name, options),
        Map.of("/run", "exec,mode=755", "/tmp", "exec,mode=1777"),
        List.of(),
        Privileges.unconfined(false, CAPABILITIES),
        limits(options),
        STOP_TIMEOUT,
        ProxyVariables.of(spec, Subnet.around(node.address())));
  }

  private static List<Mount> mounts(String volume, NodeOptions options) {
    return Stream.concat(
            Stream.of(new Mount(volume, "/var", false)),
            options.mounts().stream()
                .map(mount -> new Mount(mount.host(), mount.node(), mount.readOnly())))
        .toList();
  }

  /** The limits of this node's container. */
  public static Resources limits(ClusterSpec spec, NodeIdentity node) {
    return limits(spec.optionsOf(node.pool()));
  }

  private static Resources limits(NodeOptions options) {
    return new Resources(options.cpus(), options.memory());
  }
}
