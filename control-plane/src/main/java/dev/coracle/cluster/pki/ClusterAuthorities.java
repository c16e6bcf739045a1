package dev.coracle.cluster.pki;

import static dev.coracle.cluster.engine.FileSet.PRIVATE;
import static dev.coracle.cluster.engine.FileSet.PUBLIC;

import dev.coracle.cluster.engine.FileSet;
import java.time.Clock;
import java.time.Duration;

/**
 * Everything that lasts as long as the cluster: its three authorities and the key pair that signs
 * service account tokens. Only control planes hold them.
 *
 * @param kubernetes signs API servers, kubelets and users
 * @param etcd signs etcd's members and clients
 * @param frontProxy signs the API server as a client of extension API servers
 * @param serviceAccounts signs tokens
 */
public record ClusterAuthorities(
    CertificateAuthority kubernetes,
    CertificateAuthority etcd,
    CertificateAuthority frontProxy,
    KeyPairPem serviceAccounts) {

  /** How long authorities are valid, as kubeadm's: ten years. */
  public static final Duration VALIDITY = Duration.ofDays(3650);

  private static final String SERVICE_ACCOUNTS = PkiPaths.PKI + "/sa";

  /** New authorities with new keys, in kubeadm's names. */
  public static ClusterAuthorities create(Clock clock) {
    return new ClusterAuthorities(
        CertificateAuthority.create("kubernetes", VALIDITY, clock),
        CertificateAuthority.create("etcd-ca", VALIDITY, clock),
        CertificateAuthority.create("front-proxy-ca", VALIDITY, clock),
        KeyPairPem.create());
  }

  /**
   * The authorities in the files of a control plane, as read from its volume.
   *
   * @throws IllegalArgumentException when one is missing or is no P-256 authority
   */
  public static ClusterAuthorities read(FileSet files) {
    return new ClusterAuthorities(
        CertificateAuthority.of(pair(files, PkiPaths.CA)),
        CertificateAuthority.of(pair(files, PkiPaths.ETCD_CA)),
        CertificateAuthority.of(pair(files, PkiPaths.FRONT_PROXY_CA)),
        new KeyPairPem(
            text(files, SERVICE_ACCOUNTS + ".key"), text(files, SERVICE_ACCOUNTS + ".pub")));
  }

  /** The files that a control plane keeps of them. */
  FileSet files() {
    return FileSet.EMPTY
        .with(PkiPaths.files(PkiPaths.CA, kubernetes.pem()))
        .with(PkiPaths.files(PkiPaths.ETCD_CA, etcd.pem()))
        .with(PkiPaths.files(PkiPaths.FRONT_PROXY_CA, frontProxy.pem()))
        .with(SERVICE_ACCOUNTS + ".key", serviceAccounts.privateKey(), PRIVATE)
        .with(SERVICE_ACCOUNTS + ".pub", serviceAccounts.publicKey(), PUBLIC);
  }

  private static IssuedCertificate pair(FileSet files, String path) {
    return new IssuedCertificate(text(files, path + ".crt"), text(files, path + ".key"));
  }

  private static String text(FileSet files, String path) {
    return files
        .findText(path)
        .orElseThrow(() -> new IllegalArgumentException(path + " is missing"));
  }
}
