package dev.coracle.cluster.kube;

import java.time.Duration;

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
}
