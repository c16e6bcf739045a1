package dev.coracle.cluster.kube;

import java.net.URI;

/**
 * Where an API server is and how to prove who asks.
 *
 * @param server for instance {@code https://127.0.0.1:40123}
 * @param authority PEM of the authority that signed the server's certificate
 * @param certificate PEM of the client's certificate
 * @param privateKey PEM of its key, PKCS #8, EC
 */
public record KubeCredentials(URI server, String authority, String certificate, String privateKey) {

  /** Leaves the private key out: records end up in logs. */
  @Override
  public String toString() {
    return "KubeCredentials[" + server + "]";
  }
}
