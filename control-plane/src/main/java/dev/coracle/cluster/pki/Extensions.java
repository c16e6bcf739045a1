package dev.coracle.cluster.pki;

import dev.coracle.cluster.pki.CertificateRequest.Usage;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The X.509 v3 extensions that kubeadm puts into its certificates (RFC 5280, 4.2), in DER. */
final class Extensions {

  private static final String SUBJECT_KEY = "2.5.29.14";
  private static final String KEY_USAGE = "2.5.29.15";
  private static final String SUBJECT_ALTERNATIVE_NAME = "2.5.29.17";
  private static final String BASIC_CONSTRAINTS = "2.5.29.19";
  private static final String AUTHORITY_KEY = "2.5.29.35";
  private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
  private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
  private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";

  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;
  private static final int DIGITAL_SIGNATURE = 0x80;
  private static final int KEY_ENCIPHERMENT = 0x20;
  private static final int KEY_CERT_SIGN = 0x04;

  private Extensions() {}

  /** Those of an authority. */
  static byte[] ofAuthority(String name, byte[] keyIdentifier) {
    return Der.sequence(
        critical(
            KEY_USAGE,
            Der.bits(
                2, new byte[] {(byte) (DIGITAL_SIGNATURE | KEY_ENCIPHERMENT | KEY_CERT_SIGN)})),
        critical(BASIC_CONSTRAINTS, Der.sequence(Der.yes())),
        plain(SUBJECT_KEY, Der.octets(keyIdentifier)),
        plain(SUBJECT_ALTERNATIVE_NAME, Der.sequence(dnsName(name))));
  }

  /** Those of any other certificate, issued by the authority of this key. */
  static byte[] ofLeaf(CertificateRequest request, byte[] issuerKeyIdentifier) {
    List<byte[]> extensions = new ArrayList<>();
    extensions.add(critical(KEY_USAGE, Der.bits(7, new byte[] {(byte) DIGITAL_SIGNATURE})));
    extensions.add(plain(EXTENDED_KEY_USAGE, purposes(request)));
    extensions.add(critical(BASIC_CONSTRAINTS, Der.sequence()));
    extensions.add(plain(AUTHORITY_KEY, Der.sequence(Der.tagged(0, issuerKeyIdentifier))));
    List<byte[]> hosts = hosts(request);
    if (!hosts.isEmpty()) {
      extensions.add(plain(SUBJECT_ALTERNATIVE_NAME, Der.sequence(hosts)));
    }
    return Der.sequence(extensions);
  }

  private static byte[] purposes(CertificateRequest request) {
    List<byte[]> purposes = new ArrayList<>();
    for (Usage usage : Usage.values()) {
      if (request.usages().contains(usage)) {
        purposes.add(Der.oid(usage == Usage.SERVER ? SERVER_AUTH : CLIENT_AUTH));
      }
    }
    return Der.sequence(purposes);
  }

  private static List<byte[]> hosts(CertificateRequest request) {
    List<byte[]> hosts = new ArrayList<>();
    request.dnsNames().forEach(name -> hosts.add(dnsName(name)));
    request
        .addresses()
        .forEach(ip -> hosts.add(Der.tagged(IP_ADDRESS, InetAddress.ofLiteral(ip).getAddress())));
    return hosts;
  }

  private static byte[] dnsName(String name) {
    return Der.tagged(DNS_NAME, name.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] critical(String id, byte[] value) {
    return Der.sequence(Der.oid(id), Der.yes(), Der.octets(value));
  }

  private static byte[] plain(String id, byte[] value) {
    return Der.sequence(Der.oid(id), Der.octets(value));
  }
}
