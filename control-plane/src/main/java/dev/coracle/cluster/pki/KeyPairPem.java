package dev.coracle.cluster.pki;

import java.security.KeyPair;

/**
 * A key pair as text.
 *
 * @param privateKey PEM, PKCS #8
 * @param publicKey PEM, PKIX
 */
public record KeyPairPem(String privateKey, String publicKey) {

  /** A new ECDSA P-256 pair. */
  public static KeyPairPem create() {
    KeyPair pair = Keys.generate();
    return new KeyPairPem(
        Pem.encode(Pem.PRIVATE_KEY, pair.getPrivate().getEncoded()),
        Pem.encode(Pem.PUBLIC_KEY, pair.getPublic().getEncoded()));
  }

  /** Leaves the private key out: records end up in logs. */
  @Override
  public String toString() {
    return "KeyPairPem[" + publicKey + "]";
  }
}
