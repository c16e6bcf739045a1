package dev.coracle.cluster.kubeconfig;

import dev.coracle.cluster.ClusterName;

/**
 * What a user needs to reach a cluster. Cluster, user and context in the kubeconfig are all named
 * {@link ClusterName#context}.
 *
 * @param cluster the cluster
 * @param server where its API is, for instance {@code https://127.0.0.1:40123}
 * @param authority PEM of the authority that signed the API server's certificate
 * @param clientCertificate PEM of the user's certificate
 * @param clientKey PEM of its key
 */
public record KubeconfigEntry(
    ClusterName cluster,
    String server,
    String authority,
    String clientCertificate,
    String clientKey) {

  /** Leaves the private key out: records end up in logs. */
  @Override
  public String toString() {
    return "KubeconfigEntry[" + cluster + " at " + server + "]";
  }
}
