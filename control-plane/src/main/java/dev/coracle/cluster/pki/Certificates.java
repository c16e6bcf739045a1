package dev.coracle.cluster.pki;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/** Reads certificates. */
final class Certificates {

  private Certificates() {}

  /**
   * The first certificate of a PEM text.
   *
   * @throws IllegalArgumentException when there is none
   */
  static X509Certificate read(String pem) {
    try {
      var der = new ByteArrayInputStream(Pem.decode(Pem.CERTIFICATE, pem));
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(der);
    } catch (CertificateException e) {
      throw new IllegalArgumentException("not a certificate", e);
    }
  }
}
