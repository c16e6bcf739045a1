package dev.coracle.launcher.command;

import dev.coracle.cluster.ClusterImages;
import dev.coracle.cluster.ClusterService;
import dev.coracle.cluster.NodeAccess;
import dev.coracle.cluster.Snapshots;
import dev.coracle.cluster.diagnostics.Diagnostics;
import dev.coracle.cluster.resources.ResourceConnections;
import java.net.URI;

/** What commands work with. Each part is made when it is first asked for. */
public interface Services {

  /** The life of clusters. */
  ClusterService clusters();

  /** Snapshots of whole clusters. */
  Snapshots snapshots();

  /** The inside of nodes. */
  NodeAccess nodes();

  /** The images that nodes hold. */
  ClusterImages images();

  /** What is inside clusters. */
  ResourceConnections resources();

  /** The user's kubeconfig. */
  Kubeconfigs kubeconfigs();

  /** What may keep clusters from working. */
  Diagnostics diagnostics();

  /** The window and the status icon. */
  Desktop desktop();

  /**
   * Opens an address in the user's browser.
   *
   * @throws dev.coracle.cluster.ClusterException when there is none
   */
  void browse(URI address);

  /** The images that nodes are made from. */
  NodeImages nodeImages();
}
