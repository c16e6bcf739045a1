package dev.coracle.cluster.local.start;

import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.NodeEnvironment;
import dev.coracle.cluster.bootstrap.Parallel;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.ExecSpec;
import dev.coracle.cluster.engine.FileSet;
import dev.coracle.cluster.engine.TarArchive;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.local.node.NodeCommands;
import dev.coracle.cluster.local.node.NodeSurroundings;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.node.NodeFiles;
import dev.coracle.cluster.node.RegistryHosts;
import java.util.List;

/**
 * Has nodes that are there take other registries, proxies and authorities. containerd reads
 * registries at every pull; for the others it starts anew, which pods outlive.
 */
final class SurroundingsChange {

  private static final ExecSpec APPLY = ExecSpec.of("coracle-node", "apply-surroundings");

  private final Containers containers;
  private final ClusterParts parts;
  private final ClusterSpec wanted;

  SurroundingsChange(Containers containers, ClusterParts parts, ClusterSpec wanted) {
    this.containers = containers;
    this.parts = parts;
    this.wanted = wanted;
  }

  void tell() {
    List<NodeIdentity> nodes =
        parts.nodes().stream().filter(node -> parts.container(node).isPresent()).toList();
    FileSet hosts = RegistryHosts.of(after().registries(), before().registries());
    if (!hosts.files().isEmpty()) {
      Parallel.each(
          nodes,
          node -> containers.copyIn(container(node), RegistryHosts.PARENT, TarArchive.of(hosts)));
    }
    FileSet authorities = NodeSurroundings.changedAuthorities(parts.spec(), wanted);
    if (!before().proxy().equals(after().proxy()) || !authorities.files().isEmpty()) {
      Parallel.each(nodes, node -> apply(node, authorities));
    }
  }

  private NodeEnvironment before() {
    return parts.spec().environment();
  }

  private NodeEnvironment after() {
    return wanted.environment();
  }

  private String container(NodeIdentity node) {
    return ObjectNames.node(parts.name(), node.name());
  }

  private void apply(NodeIdentity node, FileSet authorities) {
    FileSet files = NodeFiles.environment(parts.plan(wanted), node).with(authorities);
    containers.copyIn(container(node), NodeFiles.ROOT, TarArchive.of(files));
    // One that was frozen when the command began is thawed by now.
    if (parts.isAwake(node)) {
      NodeCommands.require(containers, container(node), APPLY);
    }
  }
}
