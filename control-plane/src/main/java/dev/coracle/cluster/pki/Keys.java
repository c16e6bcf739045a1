package dev.coracle.cluster.pki;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;

/** ECDSA P-256 keys of the Java runtime. */
final class Keys {

  /** An uncompressed point: the octet 4, x and y. */
  private static final int POINT_BYTES = 65;

  private Keys() {}

  static KeyPair generate() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime has no ECDSA P-256.", e);
    }
  }

  /**
   * @throws IllegalArgumentException when the text is no EC key in PKCS #8
   */
  static PrivateKey readPrivate(String pem) {
    try {
      var spec = new PKCS8EncodedKeySpec(Pem.decode(Pem.PRIVATE_KEY, pem));
      return KeyFactory.getInstance("EC").generatePrivate(spec);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an EC private key in PKCS #8", e);
    }
  }

  /**
   * The identifier of RFC 5280, 4.2.1.2, method 1: a name, so that SHA-1's weakness does not
   * matter.
   */
  static byte[] identifier(PublicKey key) {
    if (!(key instanceof ECPublicKey)) {
      throw new IllegalArgumentException("not an EC key");
    }
    byte[] info = key.getEncoded();
    byte[] point = Arrays.copyOfRange(info, info.length - POINT_BYTES, info.length);
    try {
      return MessageDigest.getInstance("SHA-1").digest(point);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
