package dev.coracle.cluster.pki;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;

/** Writes and signs certificates (RFC 5280, 4.1) in the name of one authority. */
final class CertificateWriter {

  private static final byte[] VERSION_3 = Der.wrapped(0, Der.integer(BigInteger.TWO));
  private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.oid("1.2.840.10045.4.3.2"));
  private static final int SERIAL_BITS = 63;
  private static final int EXTENSIONS = 3;

  private final byte[] issuer;
  private final PrivateKey key;
  private final SecureRandom random = new SecureRandom();

  /** Writes for the authority with this name, in DER, and this key. */
  CertificateWriter(byte[] issuer, PrivateKey key) {
    this.issuer = issuer.clone();
    this.key = key;
  }

  /** A certificate in DER, from parts in DER. */
  byte[] write(byte[] subject, byte[] publicKey, Validity validity, byte[] extensions) {
    byte[] body =
        Der.sequence(
            VERSION_3,
            Der.integer(new BigInteger(SERIAL_BITS, random).add(BigInteger.ONE)),
            ECDSA_WITH_SHA256,
            issuer,
            Der.sequence(Der.time(validity.notBefore()), Der.time(validity.notAfter())),
            subject,
            publicKey,
            Der.wrapped(EXTENSIONS, extensions));
    return Der.sequence(body, ECDSA_WITH_SHA256, Der.bits(0, sign(body)));
  }

  private byte[] sign(byte[] bytes) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(key);
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("cannot sign with this authority's key", e);
    }
  }
}
