package dev.coracle.cluster.pki;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.NodeRole;
import dev.coracle.cluster.engine.FileSet;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ClusterPkiTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final NodeIdentity FIRST =
      new NodeIdentity("control-plane-1", "172.30.0.10", NodeRole.CONTROL_PLANE);
  private static final NodeIdentity WORKER =
      new NodeIdentity("worker-1", "172.30.0.11", NodeRole.WORKER);
  private static final ClusterAuthorities AUTHORITIES = ClusterAuthorities.create(CLOCK);

  private final FileSet files = pki(AUTHORITIES, CLOCK).nodeFiles(FIRST);

  @Test
  void controlPlaneHasEveryFileOfKubeadm() {
    assertThat(files.files().keySet())
        .containsExactlyInAnyOrder(
            "kubernetes/pki/ca.crt",
            "kubernetes/pki/ca.key",
            "kubernetes/pki/etcd/ca.crt",
            "kubernetes/pki/etcd/ca.key",
            "kubernetes/pki/front-proxy-ca.crt",
            "kubernetes/pki/front-proxy-ca.key",
            "kubernetes/pki/sa.key",
            "kubernetes/pki/sa.pub",
            "kubernetes/pki/apiserver.crt",
            "kubernetes/pki/apiserver.key",
            "kubernetes/pki/apiserver-kubelet-client.crt",
            "kubernetes/pki/apiserver-kubelet-client.key",
            "kubernetes/pki/apiserver-etcd-client.crt",
            "kubernetes/pki/apiserver-etcd-client.key",
            "kubernetes/pki/front-proxy-client.crt",
            "kubernetes/pki/front-proxy-client.key",
            "kubernetes/pki/etcd/server.crt",
            "kubernetes/pki/etcd/server.key",
            "kubernetes/pki/etcd/peer.crt",
            "kubernetes/pki/etcd/peer.key",
            "kubernetes/pki/etcd/healthcheck-client.crt",
            "kubernetes/pki/etcd/healthcheck-client.key",
            "kubernetes/admin.conf",
            "kubernetes/super-admin.conf",
            "kubernetes/controller-manager.conf",
            "kubernetes/scheduler.conf",
            "kubernetes/kubelet.conf",
            "kubelet/pki/kubelet.crt",
            "kubelet/pki/kubelet.key");
  }

  @Test
  void workersHoldNoKeyOfAnAuthority() {
    assertThat(pki(AUTHORITIES, CLOCK).nodeFiles(WORKER).files().keySet())
        .containsExactlyInAnyOrder(
            "kubernetes/pki/ca.crt",
            "kubernetes/kubelet.conf",
            "kubelet/pki/kubelet.crt",
            "kubelet/pki/kubelet.key");
  }

  @Test
  void keysAreForRootAlone() {
    files
        .files()
        .forEach(
            (path, file) -> {
              boolean isPublic = path.endsWith(".crt") || path.endsWith(".pub");
              assertThat(file.mode()).as(path).isEqualTo(isPublic ? 0644 : 0600);
            });
  }

  @Test
  void everyCertificateIsSignedByItsAuthority() throws GeneralSecurityException {
    for (String path : files.files().keySet()) {
      if (path.endsWith(".crt")) {
        verify(path);
      }
    }
  }

  private void verify(String path) throws GeneralSecurityException {
    String name = path.substring(path.lastIndexOf("pki/") + 4);
    boolean isEtcds = name.startsWith("etcd/") || name.equals("apiserver-etcd-client.crt");
    String rest = name.startsWith("front-proxy") ? "front-proxy-ca" : "ca";
    validate(
        certificate(path), certificate("kubernetes/pki/" + (isEtcds ? "etcd/ca" : rest) + ".crt"));
  }

  private static void validate(X509Certificate leaf, X509Certificate authority)
      throws GeneralSecurityException {
    var parameters = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(NOW));
    var path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(leaf));
    assertThat(CertPathValidator.getInstance("PKIX").validate(path, parameters)).isNotNull();
  }

  @Test
  void apiServerAnswersToAllItsNames() throws GeneralSecurityException {
    assertThat(hosts("kubernetes/pki/apiserver.crt"))
        .containsExactlyInAnyOrder(
            "control-plane-1",
            "172.30.0.10",
            "api.demo.coracle",
            "localhost",
            "127.0.0.1",
            "10.96.0.1",
            "kubernetes",
            "kubernetes.default",
            "kubernetes.default.svc",
            "kubernetes.default.svc.cluster.local",
            "172.30.0.2");
    assertThat(hosts("kubernetes/pki/etcd/peer.crt"))
        .containsExactlyInAnyOrder(
            "control-plane-1", "localhost", "172.30.0.10", "127.0.0.1", "0:0:0:0:0:0:0:1");
    assertThat(hosts("kubelet/pki/kubelet.crt"))
        .containsExactlyInAnyOrder("control-plane-1", "172.30.0.10");
  }

  @Test
  void subjectsAndPurposesAreKubeadms() throws GeneralSecurityException {
    assertThat(subject("kubernetes/pki/ca.crt")).isEqualTo("CN=kubernetes");
    assertThat(subject("kubernetes/pki/front-proxy-ca.crt")).isEqualTo("CN=front-proxy-ca");
    assertThat(subject("kubernetes/pki/apiserver-kubelet-client.crt"))
        .isEqualTo("CN=kube-apiserver-kubelet-client,O=kubeadm:cluster-admins");
    assertThat(subject("kubelet/pki/kubelet.crt"))
        .isEqualTo("CN=system:node:control-plane-1,O=system:nodes");
    assertThat(inlined("kubelet").getSubjectX500Principal().getName())
        .isEqualTo("CN=system:node:control-plane-1,O=system:nodes");
    assertThat(inlined("admin").getSubjectX500Principal().getName())
        .isEqualTo("CN=kubernetes-admin,O=kubeadm:cluster-admins");
    assertThat(certificate("kubernetes/pki/etcd/server.crt").getExtendedKeyUsage())
        .containsExactly("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
    assertThat(certificate("kubernetes/pki/apiserver.crt").getExtendedKeyUsage())
        .containsExactly("1.3.6.1.5.5.7.3.1");
  }

  @Test
  void kubeconfigsLeadToTheApi() {
    FileSet worker = pki(AUTHORITIES, CLOCK).nodeFiles(WORKER);
    assertThat(files.findText("kubernetes/admin.conf").orElseThrow())
        .contains("server: https://api.demo.coracle:6443\n");
    assertThat(worker.findText("kubernetes/kubelet.conf").orElseThrow())
        .contains("server: https://api.demo.coracle:6443\n");
    assertThat(files.findText("kubernetes/kubelet.conf").orElseThrow())
        .contains("server: https://172.30.0.10:6443\n");
    assertThat(files.findText("kubernetes/scheduler.conf").orElseThrow())
        .contains("server: https://172.30.0.10:6443\n");
  }

  @Test
  void validityBeginsJustBeforeNowAndEndsAsAsked() {
    X509Certificate leaf = certificate("kubernetes/pki/apiserver.crt");
    X509Certificate authority = certificate("kubernetes/pki/ca.crt");

    assertThat(leaf.getNotBefore()).isEqualTo(Date.from(NOW.minus(Duration.ofMinutes(5))));
    assertThat(leaf.getNotAfter()).isEqualTo(Date.from(NOW.plus(Duration.ofDays(30))));
    assertThat(authority.getNotAfter()).isEqualTo(Date.from(NOW.plus(Duration.ofDays(3650))));
  }

  @Test
  void leavesEndWithTheirAuthority() {
    Clock late = Clock.offset(CLOCK, Duration.ofDays(3640));

    FileSet renewed = pki(AUTHORITIES, late).nodeFiles(WORKER);

    assertThat(CertificateExpiry.of(renewed).first().orElseThrow().notAfter())
        .isEqualTo(NOW.plus(Duration.ofDays(3650)));
  }

  @Test
  void renewalKeepsAuthoritiesAndReplacesLeaves() throws GeneralSecurityException {
    Clock later = Clock.offset(CLOCK, Duration.ofDays(20));

    FileSet renewed = pki(ClusterAuthorities.read(files), later).nodeFiles(FIRST);

    assertThat(renewed.files().keySet()).isEqualTo(files.files().keySet());
    assertThat(renewed.findText("kubernetes/pki/ca.key"))
        .isEqualTo(files.findText("kubernetes/pki/ca.key"));
    assertThat(renewed.findText("kubernetes/pki/sa.key"))
        .isEqualTo(files.findText("kubernetes/pki/sa.key"));
    assertThat(CertificateExpiry.of(renewed).first().orElseThrow().notAfter())
        .isEqualTo(NOW.plus(Duration.ofDays(50)));
    String leaf = renewed.findText("kubernetes/pki/apiserver.crt").orElseThrow();
    Certificates.read(leaf).verify(certificate("kubernetes/pki/ca.crt").getPublicKey());
  }

  @Test
  void expiryListsEveryLeafAndNoAuthority() {
    CertificateExpiry expiry = CertificateExpiry.of(files);

    assertThat(expiry.leaves()).hasSize(13);
    assertThat(expiry.leaves())
        .extracting(LeafExpiry::path)
        .contains("kubernetes/admin.conf", "kubernetes/kubelet.conf", "kubelet/pki/kubelet.crt")
        .doesNotContain("kubernetes/pki/ca.crt");
    assertThat(expiry.endingWithin(Duration.ofDays(31), NOW)).hasSize(13);
    assertThat(expiry.endingWithin(Duration.ofDays(29), NOW)).isEmpty();
  }

  @Test
  void renewalIsDueInTheLastNinetyDaysOrTheLastQuarterOfAShortLife() {
    CertificateExpiry expiry = CertificateExpiry.of(files);
    Duration month = Duration.ofDays(30);

    assertThat(expiry.isRenewalDue(month, NOW)).isFalse();
    assertThat(expiry.isRenewalDue(month, NOW.plus(Duration.ofDays(23)))).isTrue();
    assertThat(expiry.isRenewalDue(Duration.ofDays(365), NOW)).isTrue();
    assertThat(expiry.isRenewalDue(Duration.ofDays(365), NOW.minus(Duration.ofDays(61)))).isFalse();
  }

  @Test
  void usersCredentialIsOnNoNode() {
    Credential user = pki(AUTHORITIES, CLOCK).userCredential();

    assertThat(user.user()).isEqualTo("kubernetes-admin");
    assertThat(files.findText("kubernetes/admin.conf").orElseThrow())
        .doesNotContain(
            Base64.getEncoder()
                .encodeToString(
                    user.client().privateKey().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  @Test
  void privateKeysAreNotPrinted() {
    assertThat(AUTHORITIES.serviceAccounts().toString()).doesNotContain("PRIVATE");
    assertThat(AUTHORITIES.etcd().pem().toString()).doesNotContain("PRIVATE");
  }

  private static ClusterPki pki(ClusterAuthorities authorities, Clock clock) {
    return new ClusterPki(
        authorities,
        new ClusterIdentity(
            "api.demo.coracle",
            "10.96.0.1",
            "cluster.local",
            List.of(FIRST, WORKER),
            List.of("172.30.0.2"),
            Duration.ofDays(30)),
        clock);
  }

  private X509Certificate certificate(String path) {
    return Certificates.read(files.findText(path).orElseThrow());
  }

  private X509Certificate inlined(String name) {
    Matcher data =
        Pattern.compile("client-certificate-data: (\\S+)")
            .matcher(files.findText("kubernetes/" + name + ".conf").orElseThrow());
    assertThat(data.find()).isTrue();
    byte[] pem = Base64.getDecoder().decode(data.group(1));
    return Certificates.read(new String(pem, java.nio.charset.StandardCharsets.UTF_8));
  }

  private String subject(String path) {
    return certificate(path).getSubjectX500Principal().getName();
  }

  private Set<String> hosts(String path) throws GeneralSecurityException {
    return certificate(path).getSubjectAlternativeNames().stream()
        .map(name -> String.valueOf(name.get(1)))
        .collect(Collectors.toSet());
  }
}
