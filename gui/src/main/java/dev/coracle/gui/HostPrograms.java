package dev.coracle.gui;

import dev.coracle.cluster.ClusterName;
import java.net.URI;

/**
 * Programs of this machine that the window hands something to. Methods may block and throw {@link
 * dev.coracle.cluster.ClusterException} when there is no such program.
 */
public interface HostPrograms {

  /** Opens a terminal with a shell in a node. */
  void openShell(ClusterName cluster, String node);

  /** Opens an address in the browser. */
  void browse(URI address);
}
