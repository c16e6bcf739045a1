package dev.coracle.cluster.pki;

/** Names of users and groups in certificates, in the order that kubeadm writes. */
final class DistinguishedName {

  private static final String COMMON_NAME = "2.5.4.3";
  private static final String ORGANIZATION = "2.5.4.10";

  private DistinguishedName() {}

  /** The name in DER; {@code organization} may be empty. */
  static byte[] of(String commonName, String organization) {
    byte[] name = attribute(COMMON_NAME, commonName);
    return organization.isEmpty()
        ? Der.sequence(name)
        : Der.sequence(attribute(ORGANIZATION, organization), name);
  }

  private static byte[] attribute(String type, String value) {
    return Der.setOf(Der.sequence(Der.oid(type), Der.text(value)));
  }
}
