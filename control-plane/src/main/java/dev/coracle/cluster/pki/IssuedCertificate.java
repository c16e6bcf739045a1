package dev.coracle.cluster.pki;

import java.security.KeyPair;

/**
 * A certificate with its private key.
 *
 * @param certificate PEM
 * @param privateKey PEM, PKCS #8
 */
public record IssuedCertificate(String certificate, String privateKey) {

  static IssuedCertificate of(byte[] certificate, KeyPair keys) {
    return new IssuedCertificate(
        Pem.encode(Pem.CERTIFICATE, certificate),
        Pem.encode(Pem.PRIVATE_KEY, keys.getPrivate().getEncoded()));
  }

  /** Leaves the private key out: records end up in logs. */
  @Override
  public String toString() {
    return "IssuedCertificate[" + certificate + "]";
  }
}
