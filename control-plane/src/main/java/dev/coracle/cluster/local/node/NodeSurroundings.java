package dev.coracle.cluster.local.node;

import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.RegistrySettings;
import dev.coracle.cluster.bootstrap.Parallel;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.FileSet;
import dev.coracle.cluster.engine.TarArchive;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.node.NodeFiles;
import dev.coracle.cluster.node.RegistryHosts;

/** Tells nodes about the registries and authorities around them. */
public final class NodeSurroundings {

  private static final String AUTHORITIES = "ca";

  private final Containers containers;

  /** Tells nodes of this engine. */
  public NodeSurroundings(Containers containers) {
    this.containers = containers;
  }

  /** The user's authorities for a cluster that is made, by path below {@link NodeFiles#ROOT}. */
  public static FileSet authorities(ClusterSpec spec) {
    return spec.environment()
        .caBundle()
        .map(
            bundle ->
                FileSet.EMPTY.with(AUTHORITIES + "/user.crt", bundle.content(), FileSet.PUBLIC))
        .orElse(FileSet.EMPTY);
  }

  /**
   * The same for a node that is added: what the others have, for the user's file may have changed.
   */
  public FileSet authoritiesOf(String container, ClusterSpec spec) {
    return spec.environment().caBundle().isEmpty()
        ? FileSet.EMPTY
        : TarArchive.read(containers.copyOut(container, NodeFiles.ROOT + "/" + AUTHORITIES));
  }

  /** Gives a container, which was just made, the hosts of registries. */
  public void equip(String container, ClusterSpec spec) {
    write(container, RegistryHosts.of(spec.environment().registries()));
  }

  /** Changes the registries of nodes that are there; the next pull finds the new ones. */
  public void change(ClusterParts parts, ClusterSpec wanted) {
    RegistrySettings before = parts.spec().environment().registries();
    RegistrySettings after = wanted.environment().registries();
    if (!before.equals(after)) {
      FileSet hosts = RegistryHosts.of(after, before);
      Parallel.each(
          parts.nodes().stream().filter(node -> parts.container(node).isPresent()).toList(),
          node -> write(ObjectNames.node(parts.name(), node.name()), hosts));
    }
  }

  private void write(String container, FileSet hosts) {
    if (!hosts.files().isEmpty()) {
      containers.copyIn(container, RegistryHosts.PARENT, TarArchive.of(hosts));
    }
  }
}
