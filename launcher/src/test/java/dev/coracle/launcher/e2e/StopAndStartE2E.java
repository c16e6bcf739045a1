package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One stop and one start: what is seen in between, and what is there afterwards. */
class StopAndStartE2E {

  @RegisterExtension static final TestCluster cluster = new TestCluster("e2e-stop");

  /** Keeps what it is told on a volume; on SIGTERM it writes for a second before it ends. */
  private static final String OBJECTS =
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
            command: [sh, -c, "trap 'sleep 1; date >> /data/ended; exit 0' TERM; sleep 86400 & wait"]
            volumeMounts: [{name: data, mountPath: /data}]
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: note}
      data: {text: still here}
      """
          .formatted(TestImages.BUSYBOX);

  private static Kubectl kubectl;
  private static Result stoppedStatus;
  private static Result stoppedJson;
  private static Result stoppedLogs;
  private static Result stoppedAgain;
  private static String running;

  @BeforeAll
  static void stopAndStart() {
    Cli cli = cluster.cli();
    kubectl = cluster.kubectl().inNew("kept");
    kubectl.apply(OBJECTS);
    kubectl.await("pod/keeper", "condition=Ready");
    kubectl.sh("keeper", "echo written before > /data/text").ok();
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

  @Test
  void itRunsAgain() {
    cluster.cli().ok("status", cluster.name());
  }

  @Test
  void objectsAndDataAreThere() {
    assertThat(kubectl.field("configmap/note", ".data.text")).isEqualTo("still here");
    kubectl.await("pod/keeper", "condition=Ready");
    assertThat(kubectl.sh("keeper", "cat /data/text").ok().text()).isEqualTo("written before");
  }

  @Test
  void aPodHadTheTimeToEndInItsOwnWay() {
    kubectl.await("pod/keeper", "condition=Ready");

    assertThat(kubectl.sh("keeper", "cat /data/ended").ok().text()).isNotEmpty();
  }

  @Test
  void theNamespaceThatTheUserChoseIsKept() {
    String context = "config view --minify -o jsonpath={..namespace}";

    assertThat(cluster.kubectl().text(context.split(" "))).isEqualTo("kept");
  }

  @Test
  void namesResolveAgain() {
    kubectl.await("pod/keeper", "condition=Ready");
    kubectl.sh("keeper", "nslookup kubernetes.default.svc.cluster.local").ok();
  }
}
