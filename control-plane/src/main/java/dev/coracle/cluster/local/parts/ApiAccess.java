package dev.coracle.cluster.local.parts;

import dev.coracle.cluster.kube.KubeApi;
import dev.coracle.cluster.kube.KubeCredentials;
import java.net.URI;

/** Connects to a cluster's API through its edge, on the host's loopback. */
@FunctionalInterface
public interface ApiAccess {

  /** The API of a cluster; nothing is sent yet. */
  KubeApi connect(KubeCredentials credentials);

  /** Where the edge publishes the API. */
  static URI server(int port) {
    return URI.create("https://127.0.0.1:" + port);
  }
}
