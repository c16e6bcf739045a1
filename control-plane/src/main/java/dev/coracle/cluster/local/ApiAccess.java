package dev.coracle.cluster.local;

import dev.coracle.cluster.kube.KubeApi;
import dev.coracle.cluster.kube.KubeApis;
import dev.coracle.cluster.kube.KubeCredentials;
import dev.coracle.cluster.pki.Credential;
import java.net.URI;
import java.time.Duration;

/** Connects to a cluster's API through its edge, on the host's loopback. */
final class ApiAccess {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private ApiAccess() {}

  static URI server(int port) {
    return URI.create("https://127.0.0.1:" + port);
  }

  static KubeApi connect(Credential credential, int port) {
    return KubeApis.connect(
        new KubeCredentials(
            server(port),
            credential.authority(),
            credential.client().certificate(),
            credential.client().privateKey()),
        PATIENCE);
  }
}
