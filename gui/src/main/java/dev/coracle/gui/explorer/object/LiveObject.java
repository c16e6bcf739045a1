package dev.coracle.gui.explorer.object;

import dev.coracle.cluster.resources.ClusterResources;
import dev.coracle.cluster.resources.KubeObject;
import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.ResourceKind;
import dev.coracle.gui.async.Background;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One object of a cluster, and the way to it.
 *
 * @param kind its kind
 * @param id which object of its kind it is
 * @param connection the connection that is open now; asked beside the FX thread, and fails with its
 *     problem while there is none
 * @param background blocking work
 */
record LiveObject(
    ResourceKind kind,
    ObjectName id,
    Supplier<ClusterResources> connection,
    Background background) {

  /** What is open now; fails with its problem while nothing is. */
  ClusterResources resources() {
    return connection.get();
  }

  /** The object as it is now, if it exists; blocks. */
  Optional<KubeObject> find() {
    return resources().find(kind, id);
  }
}
