package dev.coracle.cluster.kube;

import dev.coracle.cluster.resources.ClusterResources;
import java.time.Duration;
import java.time.InstantSource;

/** Connects to clusters. */
public final class KubeApis {

  private KubeApis() {}

  /**
   * The API of a cluster. Nothing is sent yet, so the server need not run.
   *
   * @param patience how long each call is repeated while the server does not answer
   * @throws IllegalArgumentException when the credentials cannot be read
   */
  public static KubeApi connect(KubeCredentials credentials, Duration patience) {
    return new HttpKubeApi(new ApiClient(credentials, patience));
  }

  /**
   * The inside of a cluster, for people who look at it. Nothing is sent yet.
   *
   * @param patience how long each call is repeated while the server does not answer
   * @throws IllegalArgumentException when the credentials cannot be read
   */
  public static ClusterResources resources(
      KubeCredentials credentials, Duration patience, InstantSource clock) {
    return new HttpClusterResources(new ApiClient(credentials, patience), clock);
  }
}
