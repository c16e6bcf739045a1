package dev.coracle.cluster.local.parts;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.engine.ContainerEngine;
import dev.coracle.cluster.image.NodeImages;
import dev.coracle.cluster.kube.KubeApi;
import dev.coracle.cluster.kubeconfig.KubeconfigFiles;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What every operation works with.
 *
 * @param engine the local engine
 * @param images the node images
 * @param kubeconfigs the user's kubeconfig
 * @param locks one change of a cluster at a time
 * @param failureLogs where nodes' logs are saved before a failed start is undone
 * @param apis connects to clusters' APIs
 * @param clock tells the time
 */
public record Tools(
    ContainerEngine engine,
    NodeImages images,
    KubeconfigFiles kubeconfigs,
    ClusterLocks locks,
    Path failureLogs,
    ApiAccess apis,
    Clock clock) {

  /**
   * The API of a cluster whose edge runs, as its administrator; to be closed.
   *
   * @throws dev.coracle.cluster.ClusterException when it is not there or not published
   */
  public KubeApi api(ClusterName cluster) {
    return new AdminAccess(engine, apis).connect(cluster);
  }
}
