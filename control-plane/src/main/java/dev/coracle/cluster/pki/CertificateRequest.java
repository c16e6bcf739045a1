package dev.coracle.cluster.pki;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What a leaf certificate shall say.
 *
 * @param commonName the subject's CN; Kubernetes reads it as the user's name
 * @param organization the subject's O, read as the user's group; empty: none
 * @param dnsNames host names of a server
 * @param addresses IP addresses of a server
 * @param usages what it may be used for
 */
public record CertificateRequest(
    String commonName,
    String organization,
    List<String> dnsNames,
    List<String> addresses,
    Set<Usage> usages) {

  /** What a certificate may be used for. */
  public enum Usage {
    SERVER,
    CLIENT
  }

  /** Keeps immutable copies without repetitions. */
  public CertificateRequest {
    dnsNames = dnsNames.stream().distinct().toList();
    addresses = addresses.stream().distinct().toList();
    usages = Set.copyOf(usages);
  }

  /** A client's certificate; {@code organization} may be empty. */
  public static CertificateRequest client(String commonName, String organization) {
    return new CertificateRequest(
        commonName, organization, List.of(), List.of(), Set.of(Usage.CLIENT));
  }

  /** A server's certificate, for the names and addresses in {@code hosts}. */
  public static CertificateRequest server(String commonName, List<String> hosts, Usage... more) {
    var usages = java.util.EnumSet.of(Usage.SERVER);
    usages.addAll(Arrays.asList(more));
    return new CertificateRequest(
        commonName,
        "",
        hosts.stream().filter(host -> !isAddress(host)).toList(),
        hosts.stream().filter(CertificateRequest::isAddress).toList(),
        usages);
  }

  /** The same request with a group. */
  public CertificateRequest inOrganization(String group) {
    return new CertificateRequest(commonName, group, dnsNames, addresses, usages);
  }

  private static boolean isAddress(String host) {
    return host.contains(":") || host.matches("[0-9.]+");
  }
}
