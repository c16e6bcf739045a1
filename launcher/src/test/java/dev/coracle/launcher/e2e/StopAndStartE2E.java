package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One stop and one start: what is seen in between, and what is there afterwards. */
class StopAndStartE2E {

  @RegisterExtension static final TestCluster cluster = new TestCluster("e2e-stop");

  private static Kubectl kubectl;
  private static Keeper keeper;
  private static Result stoppedStatus;
  private static Result stoppedJson;
  private static Result stoppedLogs;
  private static Result stoppedAgain;
  private static String running;
  private static Map<String, String> addresses;

  @BeforeAll
  static void stopAndStart() {
    Cli cli = cluster.cli();
    kubectl = cluster.kubectl().inNew("kept");
    keeper = Keeper.in(kubectl);
    PodAddresses.fill(kubectl);
    addresses = PodAddresses.of(kubectl);
    kubectl.ok("create", "configmap", "note", "--from-literal=text=still here");
    cluster.kubectl().ok("config", "set-context", "--current", "--namespace=kept");

    cli.ok("stop", cluster.name());
    stoppedStatus = cli.run("status", cluster.name());
    stoppedJson = cli.run("status", cluster.name(), "-o", "json");
    stoppedLogs = cli.run("logs", cluster.name(), "--component", "kubelet");
    stoppedAgain = cli.run("stop", cluster.name());
    running = Docker.text("ps", "-q", "--filter", "label=dev.coracle.cluster=" + cluster.name());
    cli.ok("start", cluster.name());
  }

  @Test
  void aStoppedClusterSaysSo() {
    stoppedStatus.exitsWith(7);
    assertThat(stoppedStatus.out())
        .contains("host: Stopped", "kubelet: Stopped", "apiserver: Stopped", "kubeconfig: Stopped");
    stoppedJson.exitsWith(7);
    assertThat(stoppedJson.json().path("Host").asText()).isEqualTo("Stopped");
    assertThat(running).isEmpty();
  }

  @Test
  void stoppingTwiceIsNoError() {
    stoppedAgain.ok();
  }

  @Test
  void theLogsOfAStoppedNodeAreReadable() {
    assertThat(stoppedLogs.ok().out()).isNotEmpty();
  }

  /** Refused, kubelet may read its pods before the services, and take 10 s longer. */
  @Test
  void theApisPortIsHeldUntilTheApiServerListens() {
    assertThat(bootLog()).containsPattern("(letting go of|not holding) the API port");
  }

  /**
   * Kubelet would start each of them anew, and count once more, if it did not know them for its
   * own.
   */
  @Test
  void theControlPlaneIsThereBeforeKubeletWhichKeepsIt() {
    assertThat(bootLog())
        .contains("started etcd before kubelet", "started kube-apiserver before kubelet");
    assertThat(controlPlane("etcd")).isEqualTo("1");
    assertThat(controlPlane("kube-apiserver")).isEqualTo("1");
  }

  /** Those who read of a pod what kubelet says before it runs take it out of its Service. */
  @Test
  void theControllersWaitForClusterDns() {
    Eventually.passes(
        "the controllers are let go",
        () -> assertThat(bootLog()).contains("letting the controllers go: <nil>"));
  }

  /** What the agent said since the start. */
  private static String bootLog() {
    String boots = cluster.inNode("cat", "/var/log/coracle/boot/current").ok().out();
    return boots.substring(boots.lastIndexOf("\"event\":\"boot\""));
  }

  /** How often a component was started again, as kubelet reports it. */
  private static String controlPlane(String component) {
    return cluster
        .kubectl()
        .in("kube-system")
        .field(
            "pod/" + component + "-control-plane-1", ".status.containerStatuses[0].restartCount");
  }

  @Test
  void itRunsAgain() {
    cluster.cli().ok("status", cluster.name());
  }

  @Test
  void objectsAndDataAreThere() {
    assertThat(kubectl.field("configmap/note", ".data.text")).isEqualTo("still here");
    keeper.await();
    keeper.requireKept();
  }

  @Test
  void aPodHadTheTimeToEndInItsOwnWay() {
    keeper.await();

    assertThat(keeper.ended()).isNotEmpty();
  }

  /** Services lead to the addresses of before until the controllers have been told of others. */
  @Test
  void podsHaveTheirAddressesAgain() {
    assertThat(addresses).hasSizeGreaterThan(6).doesNotContainValue("");
    Eventually.passes(
        "every pod has its address",
        () -> assertThat(PodAddresses.of(kubectl)).containsAllEntriesOf(addresses));
  }

  @Test
  void theNamespaceThatTheUserChoseIsKept() {
    String context = "config view --minify -o jsonpath={..namespace}";

    assertThat(cluster.kubectl().text(context.split(" "))).isEqualTo("kept");
  }

  @Test
  void namesResolveAgain() {
    keeper.await();
    keeper.sh("nslookup kubernetes.default.svc.cluster.local").ok();
  }
}
