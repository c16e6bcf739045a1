package dev.coracle.cluster.local;

import dev.coracle.cluster.engine.ContainerEngine;
import dev.coracle.cluster.image.NodeImages;
import dev.coracle.cluster.kube.KubeApis;
import dev.coracle.cluster.kubeconfig.KubeconfigFiles;
import dev.coracle.cluster.local.parts.AdminAccess;
import dev.coracle.cluster.local.parts.ClusterLocks;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.resources.ResourceConnections;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** Wires the cluster service of a local engine. */
public final class OnLocalDocker {

  /** How long a call to an API server that does not answer is repeated. */
  private static final Duration API_PATIENCE = Duration.ofSeconds(60);

  /** The same, when a person looks and can ask again. */
  private static final Duration LOOK_PATIENCE = Duration.ofSeconds(5);

  private OnLocalDocker() {}

  /**
   * The cluster service.
   *
   * @param engine the engine; stays the caller's to close
   * @param images the node images in that engine
   * @param kubeconfigs the user's kubeconfig
   * @param stateFolder where locks and the logs of failed starts are kept
   */
  public static LocalClusters clusters(
      ContainerEngine engine, NodeImages images, KubeconfigFiles kubeconfigs, Path stateFolder) {
    return new LocalClusters(tools(engine, images, kubeconfigs, stateFolder));
  }

  /** The snapshots of those clusters; the parameters are those of {@link #clusters}. */
  public static LocalSnapshots snapshots(
      ContainerEngine engine, NodeImages images, KubeconfigFiles kubeconfigs, Path stateFolder) {
    return new LocalSnapshots(tools(engine, images, kubeconfigs, stateFolder));
  }

  private static Tools tools(
      ContainerEngine engine, NodeImages images, KubeconfigFiles kubeconfigs, Path stateFolder) {
    return new Tools(
        engine,
        images,
        kubeconfigs,
        new ClusterLocks(stateFolder.resolve("locks")),
        stateFolder.resolve("failed"),
        credentials -> KubeApis.connect(credentials, API_PATIENCE),
        Clock.systemUTC());
  }

  /** The inside of clusters on this engine, which stays the caller's to close. */
  public static ResourceConnections resources(ContainerEngine engine) {
    AdminAccess access =
        new AdminAccess(engine, credentials -> KubeApis.connect(credentials, LOOK_PATIENCE));
    return cluster ->
        KubeApis.resources(access.credentials(cluster), LOOK_PATIENCE, Clock.systemUTC());
  }
}
