package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A node as a machine: what it keeps, what it grants, and what it survives. */
class NodeE2E {

  @RegisterExtension
  static final TestCluster cluster = new TestCluster("e2e-node", "--memory", "2g");

  /** Keeps a file on a volume of the default StorageClass. */
  private static final String KEEPER =
      """
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: data}
      spec:
        accessModes: [ReadWriteOnce]
        resources: {requests: {storage: 10Mi}}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: keeper}
      spec:
        volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
        containers:
          - name: keeper
            image: %s
            volumeMounts: [{name: data, mountPath: /data}]
      """
          .formatted(TestImages.BUSYBOX);

  private static Cli cli() {
    return cluster.cli();
  }

  /** Whatever the test before did to the node. */
  @BeforeEach
  void run() {
    cli().ok("start", cluster.name());
  }

  @Test
  void aNodeIsMadeAgainFromItsVolume() {
    Kubectl kubectl = cluster.kubectl().inNew("again");
    kubectl.apply(KEEPER);
    kubectl.await("pod/keeper", "condition=Ready");
    kubectl.sh("keeper", "echo kept > /data/text").ok();
    List<String> images = images();

    Docker.run("rm", "-f", cluster.node()).ok();
    Result missing = cli().run("status", cluster.name());
    cli().ok("start", cluster.name());

    assertThat(missing.code() & 1).isEqualTo(1);
    assertThat(missing.out()).contains("host: Nonexistent");
    assertThat(missing.err()).contains("coracle start e2e-node");
    kubectl.await("pod/keeper", "condition=Ready");
    assertThat(kubectl.sh("keeper", "cat /data/text").ok().text()).isEqualTo("kept");
    assertThat(images()).containsExactlyInAnyOrderElementsOf(images);
    cli().ok("status", cluster.name());
  }

  private static List<String> images() {
    JsonNode images = cli().ok("image", "list", "-c", cluster.name(), "--all", "-o", "json").json();
    assertThat(images.toString()).contains(TestImages.BUSYBOX, TestImages.BUSYBOX_2, "coredns");
    return images.findValuesAsText("id");
  }

  @Test
  void aNodeThatWasKilledStartsAgain() {
    Docker.run("kill", cluster.node()).ok();

    cli().run("status", cluster.name()).exitsWith(7);
    cli().ok("start", cluster.name());

    cli().ok("status", cluster.name());
    cluster.kubectl().ok("get", "nodes");
  }

  @Test
  void aNodeWhoseProcessWasKilledComesBackByItself() {
    String process = Docker.field(cluster.node(), "{{.State.Pid}}");

    Docker.run("exec", cluster.node(), "true").ok();
    Program.run(Duration.ofSeconds(10), "kill", "-9", process).ok();

    Eventually.passes("it serves again", () -> cli().ok("status", cluster.name()));
  }

  @Test
  void kubeadmKnowsTheCluster() {
    Result expiry = node("kubeadm", "certs", "check-expiration");
    Result token = node("kubeadm", "token", "create", "--print-join-command");

    assertThat(expiry.out())
        .contains(
            "admin.conf", "apiserver", "apiserver-etcd-client", "etcd-server", "front-proxy-ca");
    assertThat(token.out())
        .contains("kubeadm join api.e2e-node.coracle:6443", "--discovery-token-ca-cert-hash");
  }

  private static Result node(String... command) {
    return inNode(command).ok();
  }

  private static Result inNode(String... command) {
    String[] exec = {"node", "exec", "-c", cluster.name(), "--"};
    String[] all = Stream.of(exec, command).flatMap(Stream::of).toArray(String[]::new);
    return cli().run(all);
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
  void aPodThatEatsAllMemoryDiesAndTheApiStaysUp() {
    Kubectl kubectl = cluster.kubectl().inNew("hungry");
    kubectl.ok(
        "run",
        "eater",
        "--image=" + TestImages.BUSYBOX,
        "--restart=Never",
        "--",
        "tail",
        "/dev/zero");

    Eventually.passes(
        "it is killed",
        () -> {
          cluster.kubectl().ok("get", "--raw", "/readyz");
          assertThat(
                  kubectl.field(
                      "pod/eater", ".status.containerStatuses[0].state.terminated.reason"))
              .isEqualTo("OOMKilled");
        });
    assertThat(
            cluster
                .kubectl()
                .in("kube-system")
                .field("pod/kube-apiserver-control-plane-1", ".status.phase"))
        .isEqualTo("Running");
  }

  @Test
  void limitsChangeWhileItRuns() {
    try {
      cli().ok("start", cluster.name(), "--memory", "3g");

      Eventually.passes("the node knows", () -> assertThat(memory()).isEqualTo(3L << 20));
    } finally {
      cli().ok("start", cluster.name(), "--memory", "2g");
    }
    assertThat(memory()).isEqualTo(2L << 20);
  }

  /** In KiB, as the node sees it. */
  private static long memory() {
    return Long.parseLong(node("awk", "/MemTotal/ {print $2}", "/proc/meminfo").text());
  }

  @Test
  void aPodFindsAContainerOnTheClustersNetworkByName() {
    Kubectl kubectl = cluster.kubectl().inNew("names");
    kubectl.ok("run", "box", "--image=" + TestImages.BUSYBOX);
    String friend = "e2e-node-friend";
    Docker.run("rm", "-f", friend);
    Docker.run(
            "run",
            "-d",
            "--name",
            friend,
            "--network",
            "coracle-" + cluster.name(),
            TestImages.BUSYBOX)
        .ok();
    try {
      kubectl.await("pod/box", "condition=Ready");
      String address =
          Docker.field(friend, "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}");

      assertThat(kubectl.sh("box", "nslookup " + friend + ".").ok().out()).contains(address);
    } finally {
      Docker.run("rm", "-f", friend).ok();
    }
  }

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
    assertThat(Double.parseDouble(times[1]) - Double.parseDouble(times[0])).isLessThan(2);
  }

  @Test
  void filesTravelToANodeAndBack(@TempDir Path folder) throws IOException {
    Path sent = Files.writeString(folder.resolve("sent"), "there and back");

    cli().ok("cp", "-c", cluster.name(), sent.toString(), ":/tmp/file");
    cli().ok("cp", "-c", cluster.name(), ":/tmp/file", folder.resolve("received").toString());

    assertThat(folder.resolve("received")).hasSameBinaryContentAs(sent);
    assertThat(inNode("sh", "-c", "exit 4").code()).isEqualTo(4);
  }
}
