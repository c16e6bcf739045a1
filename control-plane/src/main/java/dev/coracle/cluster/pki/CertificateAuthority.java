package dev.coracle.cluster.pki;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A certificate authority is a self-signed certificate with the key that signs others. */
public final class CertificateAuthority {

  /** Certificates begin to be valid this much before now: clocks of laptops and VMs differ. */
  static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private final IssuedCertificate pem;
  private final Instant end;
  private final byte[] keyIdentifier;
  private final CertificateWriter writer;

  private CertificateAuthority(IssuedCertificate pem, PrivateKey key) {
    X509Certificate certificate = Certificates.read(pem.certificate());
    this.pem = pem;
    this.end = certificate.getNotAfter().toInstant();
    this.keyIdentifier = Keys.identifier(certificate.getPublicKey());
    this.writer = new CertificateWriter(certificate.getSubjectX500Principal().getEncoded(), key);
  }

  /** A new authority, valid from just before now until {@code validity} has passed. */
  public static CertificateAuthority create(String commonName, Duration validity, Clock clock) {
    KeyPair keys = Keys.generate();
    Instant now = clock.instant();
    byte[] name = DistinguishedName.of(commonName, "");
    byte[] certificate =
        new CertificateWriter(name, keys.getPrivate())
            .write(
                name,
                keys.getPublic().getEncoded(),
                new Validity(now.minus(CLOCK_SKEW), now.plus(validity)),
                Extensions.ofAuthority(commonName, Keys.identifier(keys.getPublic())));
    return new CertificateAuthority(IssuedCertificate.of(certificate, keys), keys.getPrivate());
  }

  /**
   * An authority that was created before, from its files.
   *
   * @throws IllegalArgumentException when they are not a P-256 authority's
   */
  public static CertificateAuthority of(IssuedCertificate pem) {
    return new CertificateAuthority(pem, Keys.readPrivate(pem.privateKey()));
  }

  /** Issues a certificate with a new key; it ends no later than this authority does. */
  public IssuedCertificate issue(CertificateRequest request, Duration validity, Clock clock) {
    KeyPair keys = Keys.generate();
    Instant now = clock.instant();
    Instant wanted = now.plus(validity);
    byte[] certificate =
        writer.write(
            DistinguishedName.of(request.commonName(), request.organization()),
            keys.getPublic().getEncoded(),
            new Validity(now.minus(CLOCK_SKEW), wanted.isBefore(end) ? wanted : end),
            Extensions.ofLeaf(request, keyIdentifier));
    return IssuedCertificate.of(certificate, keys);
  }

  /** The authority's own certificate and key. */
  public IssuedCertificate pem() {
    return pem;
  }
}
