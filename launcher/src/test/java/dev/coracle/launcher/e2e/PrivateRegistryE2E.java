package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.pki.CertificateAuthority;
import dev.coracle.cluster.pki.CertificateRequest;
import dev.coracle.cluster.pki.IssuedCertificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Registries and authorities of a company: nodes pull from the ones and pods trust the others. */
class PrivateRegistryE2E {

  private static final Clock CLOCK = Clock.systemUTC();
  private static final Duration DAY = Duration.ofDays(1);
  private static final CertificateAuthority COMPANY =
      CertificateAuthority.create("Company", DAY, CLOCK);
  private static final Path BUNDLE = bundle();

  @RegisterExtension
  static final TestCluster cluster =
      new TestCluster("e2e-private", "--ca-bundle", BUNDLE.toString());

  @TempDir Path folder;

  private static Path bundle() {
    try {
      Path file = Files.createTempFile("company-", ".pem");
      return Files.writeString(file, COMPANY.pem().certificate());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  static void removeBundle() throws IOException {
    Files.delete(BUNDLE);
  }

  private static String gateway() {
    String line = "ip route | sed -n 's/default via \\([^ ]*\\).*/\\1/p'";
    return cluster.inNode("sh", "-c", line).ok().text();
  }

  /** A TLS server at this address that the company vouches for. */
  private static SSLContext tls(String address) throws GeneralSecurityException, IOException {
    IssuedCertificate issued =
        COMPANY.issue(CertificateRequest.server("registry", List.of(address)), DAY, CLOCK);
    KeyStore keys = KeyStore.getInstance(KeyStore.getDefaultType());
    keys.load(null, null);
    keys.setKeyEntry("registry", key(issued), new char[0], new Certificate[] {leaf(issued)});
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, new char[0]);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static Certificate leaf(IssuedCertificate issued) throws GeneralSecurityException {
    byte[] pem = issued.certificate().getBytes(StandardCharsets.US_ASCII);
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(pem));
  }

  private static PrivateKey key(IssuedCertificate issued) throws GeneralSecurityException {
    String base64 = issued.privateKey().replaceAll("-----[^-]+-----", "");
    byte[] key = Base64.getMimeDecoder().decode(base64);
    return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key));
  }

  private static void run(String pod, String image) {
    cluster.kubectl().ok("run", pod, "--image", image, "--restart=Never", "--", "sleep", "3600");
    cluster.kubectl().ok("wait", "pod/" + pod, "--for=condition=Ready", "--timeout=60s");
  }

  @Test
  void podsAreOfARegistryThatTheCompanyVouchesForAndTrustTheCompany()
      throws GeneralSecurityException, IOException {
    String gateway = gateway();
    try (var registry = StaticRegistry.secure(TestImages.BUSYBOX, folder, tls(gateway))) {
      run("trusting", "%s:%d/shop/web:1".formatted(gateway, registry.port()));
    }

    String company = COMPANY.pem().certificate().strip();
    for (String place :
        List.of("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt")) {
      String bundle = cluster.kubectl().ok("exec", "trusting", "--", "cat", place).out();
      assertThat(bundle).contains(company);
      assertThat(bundle.lines().filter(line -> line.startsWith("-----BEGIN")))
          .hasSizeGreaterThan(100);
    }
  }

  @Test
  void anInsecureRegistryIsPulledFromAsSoonAsItIsNamed() throws IOException {
    try (var registry = StaticRegistry.plain(TestImages.BUSYBOX, folder)) {
      String address = "%s:%d".formatted(gateway(), registry.port());
      String pull = "crictl pull %s/shop/web:1".formatted(address);
      Result refused = cluster.inNode("sh", "-c", pull);
      cluster.cli().ok("start", cluster.name(), "--insecure-registry", address);

      run("insecure", address + "/shop/web:1");

      assertThat(refused.code()).isNotZero();
      assertThat(refused.err()).contains("https://" + address);
    }
  }

  private static void update(String... options) {
    String[] command = {"update", cluster.name()};
    cluster.cli().ok(Stream.of(command, options).flatMap(Stream::of).toArray(String[]::new));
  }

  private static String bundleOf(String pod) {
    return cluster
        .kubectl()
        .ok("exec", pod, "--", "cat", "/etc/ssl/certs/ca-certificates.crt")
        .out();
  }

  @Test
  void whomToTrustChangesWhilePodsRun() throws GeneralSecurityException, IOException {
    String company = COMPANY.pem().certificate().strip();
    // Kubelet asks the registry again for an image that it has pulled under another name.
    run("witness", TestImages.BUSYBOX_2);
    String gateway = gateway();
    try (var registry = StaticRegistry.secure(TestImages.BUSYBOX, folder, tls(gateway))) {
      String pull = "crictl pull %s:%d/shop/web:1".formatted(gateway, registry.port());
      update("--ca-bundle", "none");
      Result refused = cluster.inNode("sh", "-c", pull);
      String without = bundleOf("witness");
      update("--ca-bundle", BUNDLE.toString());
      cluster.inNode("sh", "-c", pull).ok();

      assertThat(refused.err()).contains("unknown authority");
      assertThat(without).doesNotContain(company).contains("-----BEGIN");
      assertThat(bundleOf("witness")).contains(company);
    }
    assertThat(cluster.kubectl().field("pod/witness", ".status.containerStatuses[0].restartCount"))
        .isEqualTo("0");
  }

  private static String containerdsWay() {
    String line = "tr '\\0' '\\n' < /proc/$(pgrep -x containerd)/environ | grep -i '^http' || true";
    return cluster.inNode("sh", "-c", line).ok().out();
  }

  @Test
  void theWayOutsideChangesWhileItRuns() {
    update("--proxy", "http://proxy.invalid:3128");
    String through = containerdsWay();
    update("--proxy", "none");

    assertThat(through).contains("HTTPS_PROXY=http://proxy.invalid:3128");
    assertThat(containerdsWay()).isBlank();
    cluster.cli().ok("status", cluster.name());
  }

  /** Cut short, a start leaves a container that never runs, and a kubelet that starts slowly. */
  @Test
  void anUpdateCutsNoStartShort() {
    Kubectl system = cluster.kubectl().in("kube-system");
    for (String proxy : List.of("http://proxy.invalid:1", "http://proxy.invalid:2", "none")) {
      system.ok("rollout", "restart", "deployment/metrics-server");
      update("--proxy", proxy);
      system.ok("exec", "etcd-control-plane-1", "--", "etcd", "--version");
    }
    Eventually.passes(
        "every container that was made runs",
        () ->
            assertThat(cluster.inNode("crictl", "ps", "-q", "--state", "Created").ok().text())
                .isEmpty());
  }
}
