package dev.coracle.cluster.local.parts;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.FileSet;
import dev.coracle.cluster.engine.TarArchive;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.layout.ObjectNames;
import dev.coracle.cluster.node.NodeFiles;
import dev.coracle.cluster.pki.ClusterAuthorities;

/** The certificates that lie on the volumes of a cluster's nodes, running or stopped. */
public final class NodePki {

  private final Containers containers;
  private final ClusterName cluster;

  /** Those of this cluster's nodes. */
  public NodePki(Containers containers, ClusterName cluster) {
    this.containers = containers;
    this.cluster = cluster;
  }

  /** The files of a node, by path below {@link NodeFiles#ROOT}. */
  public FileSet files(NodeIdentity node) {
    // Each tar begins with the folder's own name, as the paths of issued files do.
    return read(node, "kubernetes").with(read(node, "kubelet"));
  }

  private FileSet read(NodeIdentity node, String folder) {
    return TarArchive.read(containers.copyOut(container(node), NodeFiles.ROOT + "/" + folder));
  }

  /** The authorities with their keys, which only control planes hold. */
  public ClusterAuthorities authorities(NodeIdentity controlPlane) {
    return ClusterAuthorities.read(read(controlPlane, "kubernetes"));
  }

  /** Puts issued files in place. */
  public void write(NodeIdentity node, FileSet files) {
    containers.copyIn(container(node), NodeFiles.ROOT, TarArchive.of(files));
  }

  private String container(NodeIdentity node) {
    return ObjectNames.node(cluster, node.name());
  }
}
