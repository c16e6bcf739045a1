package dev.coracle.cluster.pki;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * How someone proves to the API server who they are, and how they know the API server.
 *
 * @param user the name that the certificate proves
 * @param authority PEM of the authority that signed the API server's certificate
 * @param client the certificate and key to present
 */
public record Credential(String user, String authority, IssuedCertificate client) {

  /** A kubeconfig of this credential alone, as kubeadm writes it. */
  public String kubeconfig(String server) {
    return """
        apiVersion: v1
        clusters:
        - cluster:
            certificate-authority-data: %1$s
            server: %2$s
          name: kubernetes
        contexts:
        - context:
            cluster: kubernetes
            user: %3$s
          name: %3$s@kubernetes
        current-context: %3$s@kubernetes
        kind: Config
        users:
        - name: %3$s
          user:
            client-certificate-data: %4$s
            client-key-data: %5$s
        """
        .formatted(
            base64(authority),
            server,
            user,
            base64(client.certificate()),
            base64(client.privateKey()));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }
}
