package dev.coracle.gui.forwards;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.resources.ResourceConnections;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.live.ClusterDoor;
import java.util.HashMap;
import java.util.Map;

/** The forwarded ports of every cluster, whichever page is on the screen. */
public final class PortForwards {

  private final ResourceConnections connections;
  private final Background background;
  private final Map<ClusterName, ClusterForwards> clusters = new HashMap<>();

  /** None yet. */
  public PortForwards(ResourceConnections connections, Background background) {
    this.connections = connections;
    this.background = background;
  }

  /** Those of this cluster. */
  public ClusterForwards of(ClusterName cluster) {
    return clusters.computeIfAbsent(
        cluster, name -> new ClusterForwards(new ClusterDoor(name, connections), background));
  }
}
