package dev.coracle.cluster.local.node;

import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.FileSet;
import dev.coracle.cluster.engine.TarArchive;
import dev.coracle.cluster.node.NodeFiles;
import dev.coracle.cluster.node.RegistryHosts;

/** Tells nodes about the registries and authorities around them. */
public final class NodeSurroundings {

  private static final String AUTHORITIES = "ca";
  private static final String BUNDLE = AUTHORITIES + "/user.crt";

  private final Containers containers;

  /** Tells nodes of this engine. */
  public NodeSurroundings(Containers containers) {
    this.containers = containers;
  }

  /** The user's authorities for a cluster that is made, by path below {@link NodeFiles#ROOT}. */
  public static FileSet authorities(ClusterSpec spec) {
    return spec.environment()
        .caBundle()
        .map(bundle -> FileSet.EMPTY.with(BUNDLE, bundle.content(), FileSet.PUBLIC))
        .orElse(FileSet.EMPTY);
  }

  /**
   * The same for nodes that may have others: an empty file takes those away. Nothing where they do
   * not change: the user's file need not be there any more.
   */
  public static FileSet changedAuthorities(ClusterSpec before, ClusterSpec after) {
    return before.environment().caBundle().equals(after.environment().caBundle())
        ? FileSet.EMPTY
        : FileSet.EMPTY.with(BUNDLE, "", FileSet.PUBLIC).with(authorities(after));
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

  private void write(String container, FileSet hosts) {
    if (!hosts.files().isEmpty()) {
      containers.copyIn(container, RegistryHosts.PARENT, TarArchive.of(hosts));
    }
  }
}
