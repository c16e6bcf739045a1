package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a node offers to an administrator and to pods: kubeadm, certificates, names, files. */
class NodeServicesE2E {

  @RegisterExtension static final TestCluster cluster = new TestCluster("e2e-services");

  /** By the names that the kernel shows, which it cuts after 15 letters. */
  private static final List<String> COMPONENTS =
      List.of(
          "kube-apiserver",
          "etcd",
          "kube-scheduler",
          "kubelet",
          "metrics-server",
          "local-path-prov");

  private static Cli cli() {
    return cluster.cli();
  }

  private static Result node(String... command) {
    return cluster.inNode(command).ok();
  }

  @Test
  void kubeadmKnowsTheCluster() {
    Result expiry = node("kubeadm", "certs", "check-expiration");
    Result token = node("kubeadm", "token", "create", "--print-join-command");

    assertThat(expiry.out())
        .contains(
            "admin.conf", "apiserver", "apiserver-etcd-client", "etcd-server", "front-proxy-ca");
    assertThat(token.out())
        .contains("kubeadm join api.e2e-services.coracle:6443", "--discovery-token-ca-cert-hash");
  }

  /** What docs/decisions/control-plane-process.md promises of components, and of pods. */
  @Test
  void componentsShareWakeUpsAndPodsDoNot() {
    for (String program : COMPONENTS) {
      String slack = "cat /proc/$(pgrep -o -x %s)/timerslack_ns".formatted(program);
      Eventually.passes(
          program,
          () -> assertThat(cluster.inNode("sh", "-c", slack).text()).isEqualTo("10000000"));
    }
    Keeper keeper = Keeper.in(cluster.kubectl().inNew("slack"));
    assertThat(keeper.sh("cat /proc/self/timerslack_ns; env").out())
        .startsWith("50000\n")
        .doesNotContain("GOGC");
  }

  /** See kubernetes/kube/memory.go; the API server tells its own setting. */
  @Test
  void componentsCollectGarbageEarlierOnceTheyHaveStarted() {
    Eventually.passes(
        "the API server collects at half",
        () ->
            assertThat(cluster.kubectl().text("get", "--raw", "/metrics"))
                .contains("\ngo_gc_gogc_percent 50\n"));
  }

  @Test
  void kubeProxyLooksOnceForTheTablesOfThisKernel() {
    String link = "readlink /proc/$(pgrep -o -x kube-proxy)/root/usr/sbin/iptables";

    assertThat(node("sh", "-c", link).text()).matches("xtables-(nft|legacy)-multi");
  }

  @Test
  void certificatesThatExpireTomorrowAreAnnouncedAndRenewed() {
    node("sh", "-ec", EXPIRES_TOMORROW);
    Result before = cli().run("status", cluster.name());

    cli().ok("restart", cluster.name());
    Result after = cli().ok("status", cluster.name());

    assertThat(before.err())
        .contains("Certificates on node control-plane-1 end on", "coracle restart");
    assertThat(after.err()).doesNotContain("Certificates");
    assertThat(
            node(
                    "openssl",
                    "x509",
                    "-noout",
                    "-checkend",
                    "25920000",
                    "-in",
                    "/etc/kubernetes/pki/apiserver.crt")
                .out())
        .contains("will not expire");
  }

  /** Signs the API server's certificate anew, with one day to live. */
  private static final String EXPIRES_TOMORROW =
      """
      cd /etc/kubernetes/pki
      openssl x509 -x509toreq -copy_extensions copyall -in apiserver.crt -key apiserver.key -out /tmp/request
      openssl x509 -req -copy_extensions copyall -in /tmp/request -CA ca.crt -CAkey ca.key -days 1 -out /tmp/new
      cat /tmp/new > apiserver.crt
      """;

  @Test
  void aPodFindsAContainerOnTheClustersNetworkByName() {
    Kubectl kubectl = cluster.kubectl().inNew("names");
    kubectl.ok("run", "box", "--image=" + TestImages.BUSYBOX);
    kubectl.await("pod/box", "condition=Ready");

    try (Friend friend = new Friend(Docker::run, cluster.name())) {
      friend.requireFoundBy(kubectl, "box");
    }
  }

  /** In seconds; a promise to whoever works without a network. */
  private static final double SOON = 2;

  @Test
  void anOutsideNameFailsSoon() {
    Kubectl kubectl = cluster.kubectl().inNew("outside");
    kubectl.ok("run", "box", "--image=" + TestImages.BUSYBOX);
    kubectl.await("pod/box", "condition=Ready");

    Result asked =
        kubectl.sh(
            "box",
            "read a _ < /proc/uptime; nslookup no.such.invalid. > /dev/null && exit 9; read b _ < /proc/uptime; echo $a $b");

    String[] times = asked.ok().text().split(" ", 2);
    assertThat(Double.parseDouble(times[1]) - Double.parseDouble(times[0])).isLessThan(SOON);
  }

  @Test
  void filesTravelToANodeAndBack(@TempDir Path folder) throws IOException {
    Path sent = Files.writeString(folder.resolve("sent"), "there and back");

    cli().ok("cp", "-c", cluster.name(), sent.toString(), ":/tmp/file");
    cli().ok("cp", "-c", cluster.name(), ":/tmp/file", folder.resolve("received").toString());

    assertThat(folder.resolve("received")).hasSameBinaryContentAs(sent);
    assertThat(cluster.inNode("sh", "-c", "exit 4").code()).isEqualTo(4);
  }
}
