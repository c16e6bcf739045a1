package dev.coracle.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.SampleClusters;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Path;
import org.junit.jupiter.api.Test;

/** What a person does with the window, over a library in memory: with mouse and keyboard. */
class WindowTest extends OpenWindow {

  private static final ClusterName DEMO = new ClusterName("demo");

  @Test
  void aClusterIsCreatedStepByStepAndOpened() {
    CountDownLatch gate = fakes.clusters.hold("await-api");
    robot.clickOn("#create-first");
    robot.write("team");
    robot.clickOn("#create-start");
    until(() -> count(".step:done") == 5 && count(".step:running") == 1);
    gate.countDown();
    shown("#operation-open");
    robot.clickOn("#operation-open");

    shown("#cluster-page");
    assertThat(text("#fact-endpoint")).isEqualTo("https://127.0.0.1:40123");
    assertThat(fakes.clusters.calls()).containsExactly("start team");
  }

  @Test
  void creationIsCancelledAndUndone() {
    fakes.clusters.hold("start-nodes");
    robot.clickOn("#create-first");
    robot.clickOn("#create-start");
    until(() -> count(".step:running") == 1);
    robot.clickOn("#operation-cancel");

    until(() -> count("#operation-cancel") == 0 && count(".step:abandoned") == 3);
    assertThat(fakes.clusters.list()).isEmpty();
  }

  @Test
  void aFailedCreationSaysWhyAndLeadsBackToTheForm() {
    fakes.clusters.failNext(
        "start-nodes",
        Problem.of(Problem.Code.PORT_BUSY, "Port 8080 is in use by process 812.", "Stop it."));
    robot.clickOn("#create-first");
    robot.clickOn("#create-start");

    shown("#problem-headline");
    assertThat(text("#problem-headline")).isEqualTo("Port 8080 is in use by process 812.");
    assertThat(text("#problem-detail")).isEqualTo("Stop it.");
    robot.clickOn("#problem-copy");
    until(
        () ->
            Fx.call(() -> String.valueOf(Clipboard.getSystemClipboard().getString()))
                .contains("port-busy"));
    robot.clickOn("#operation-again");
    shown("#create-name");
  }

  @Test
  void whatTheLibraryRefusesCannotBeCreated() {
    robot.clickOn("#create-first");
    robot.write("Team A");

    until(() -> text("#note-name").startsWith("\"Team A\" is not a valid cluster name."));
    assertThat(robot.lookup("#create-start").query().isDisabled()).isTrue();
    robot.eraseText(6).write("team-a");
    until(() -> equivalent().equals("coracle start team-a"));
    assertThat(robot.lookup("#create-start").query().isDisabled()).isFalse();
  }

  @Test
  void bareNodesAreCreatedAndControlPlanesLeftToKubeadm() {
    robot.clickOn("#create-first").clickOn("#control-planes-3").clickOn("#bare-true");

    until(() -> equivalent().equals("coracle start coracle --bare"));
    assertThat(robot.lookup("#create-control-planes").query().isDisabled()).isTrue();
    assertThat(text("#note-bare")).contains("no Kubernetes", "kubeadm");
    robot.clickOn("#create-start");
    until(() -> fakes.clusters.list().size() == 1);
    assertThat(fakes.clusters.list().getFirst().spec().bare()).isTrue();
    assertThat(fakes.clusters.list().getFirst().spec().controlPlanes()).isEqualTo(1);
  }

  @Test
  void foldersAndAddonsAreChosenToo() {
    robot.clickOn("#create-first").clickOn("#create-more").clickOn("#create-mounts");
    robot.write("/srv:/data").clickOn("#create-storage").clickOn("#create-network");

    until(
        () ->
            equivalent()
                .equals(
                    "coracle start coracle --mount=/srv:/data --no-default-storage --cni=none"));
  }

  @Test
  void inALowWindowTheFormScrollsAndItsButtonsStayInReach() {
    Fx.run(() -> desktop().stage().setHeight(600));
    robot.clickOn("#create-first");
    shown("#create-start");

    until(() -> Fx.call(() -> bottomOf("#create-start") < desktop().stage().getHeight()));
    robot.write("lab").clickOn("#create-start");
    until(() -> fakes.clusters.list().size() == 1);
  }

  private double bottomOf(String id) {
    Node found = robot.lookup(id).query();
    return found.localToScene(found.getBoundsInLocal()).getMaxY();
  }

  @Test
  void aClusterIsPausedResumedStoppedAndStarted() {
    fakes.clusters.put("demo", Phase.RUNNING);
    shown("#card-demo");
    robot.clickOn("#pause-demo");
    until(() -> text("#state-demo").equals("Paused"));
    robot.clickOn("#resume-demo");
    until(() -> text("#state-demo").equals("Running"));
    robot.clickOn("#stop-demo");
    until(() -> text("#state-demo").equals("Stopped"));
    robot.clickOn("#start-demo");
    until(() -> text("#state-demo").equals("Running"));

    assertThat(fakes.clusters.calls())
        .containsExactly("pause demo", "resume demo", "stop demo PT10S", "start demo");
  }

  @Test
  void aClusterThatPausedByItselfSaysWhatWakesIt() {
    ClusterSpec spec =
        ClusterSpec.builder(SampleClusters.VERSION).autoPause(Duration.ofMinutes(10)).build();
    Cluster paused = SampleClusters.cluster("demo", spec, Phase.PAUSED);
    fakes.clusters.put(SampleClusters.autoPaused(paused));
    shown("#card-demo");
    assertThat(text("#state-demo")).isEqualTo("Paused (auto)");
    assertThat(text("#meaning-demo")).contains("10 min", "next connection resumes it");
    robot.clickOn("#open-demo");
    until(() -> text("#overview-remark").contains("next connection resumes it"));
    assertThat(text("#upkeep-pause")).startsWith("After 10 min without a connection");

    fakes.clusters.put(paused);
    until(() -> count("#overview-remark") == 0);
    robot.clickOn("#nav-clusters");
    until(() -> text("#state-demo").equals("Paused"));
    assertThat(text("#meaning-demo")).endsWith("Resume to go on.");
  }

  @Test
  void deletingAsksFirst() {
    fakes.clusters.put("demo", Phase.STOPPED);
    shown("#card-demo");
    robot.clickOn("#delete-demo");
    robot.clickOn("#confirm-cancel");
    until(() -> count("#confirm-yes") == 0);
    assertThat(fakes.clusters.calls()).isEmpty();

    robot.clickOn("#delete-demo");
    robot.clickOn("#confirm-yes");
    shown("#create-first");
    assertThat(fakes.clusters.calls()).containsExactly("delete demo");
  }

  @Test
  void aFailureStaysOnItsCardUntilItIsDismissed() {
    fakes.clusters.put("demo", Phase.RUNNING);
    fakes.clusters.failNext(
        "stop-nodes", Problem.of(Problem.Code.TIMEOUT, "It did not stop in time.", "Try again."));
    shown("#card-demo");
    robot.clickOn("#stop-demo");

    until(() -> text("#failure-demo").equals("It did not stop in time."));
    robot.clickOn("#note-close");
    robot.clickOn("#dismiss-demo");
    until(() -> count("#failure-demo") == 0);
  }

  @Test
  void aLostEngineIsSaidAndForgottenWhenItIsBack() {
    fakes.clusters.put("demo", Phase.RUNNING);
    shown("#card-demo");
    fakes.clusters.loseEngine(
        Problem.of(Problem.Code.ENGINE_NOT_RUNNING, "Docker does not answer.", "Start Docker."));
    until(() -> text("#engine-banner").equals("Docker does not answer."));
    assertThat(robot.lookup("#stop-demo").query().isDisabled()).isTrue();
    assertThat(count("#card-demo")).isOne();

    fakes.clusters.restoreEngine();
    until(() -> text("#engine-state").equals("Docker answers"));
    until(() -> !robot.lookup("#stop-demo").query().isDisabled());
  }

  @Test
  void logsFollowAndAreFiltered() {
    fakes.clusters.put("demo", Phase.RUNNING);
    fakes.nodes.log("control-plane-1", "kubelet", "Started kubelet");
    shown("#card-demo");
    robot.clickOn("#open-demo");
    robot.clickOn("#tab-logs");
    until(() -> lines().equals(List.of("Started kubelet")));
    fakes.nodes.log("control-plane-1", "etcd", "ready to serve");
    until(() -> lines().equals(List.of("Started kubelet", "ready to serve")));
    robot.clickOn("#log-filter").write("serve");

    until(() -> lines().equals(List.of("ready to serve")));
  }

  @Test
  void graphsMoveWhileTheyAreSeenAndRestWhenNot() {
    fakes.clusters.put("demo", Phase.RUNNING);
    shown("#card-demo");
    robot.clickOn("#open-demo");
    robot.clickOn("#tab-resources");
    until(() -> fakes.metrics.listeners(DEMO) == 1);
    use(0.5);
    until(() -> text("#figure-cpu").equals("0.50 cores"));
    int before = points();
    use(0.75);
    use(1.25);
    until(() -> text("#figure-cpu").equals("1.25 cores") && points() > before);
    robot.clickOn("#tab-overview");

    until(() -> fakes.metrics.listeners(DEMO) == 0);
  }

  @Test
  void aWindowThatIsClosedSamplesNothing() {
    fakes.clusters.put("demo", Phase.RUNNING);
    until(() -> fakes.metrics.listeners(DEMO) == 1);
    Fx.run(() -> desktop().stage().hide());
    until(() -> fakes.metrics.listeners(DEMO) == 0);

    Fx.run(desktop()::show);
    until(() -> fakes.metrics.listeners(DEMO) == 1);
  }

  @Test
  void theKeyboardCreatesAndNavigates() {
    fakes.clusters.put("demo", Phase.RUNNING);
    shown("#card-demo");
    robot.push(KeyCode.CONTROL, KeyCode.N);
    shown("#create-name");
    robot.push(KeyCode.ESCAPE);
    until(() -> count("#create-name") == 0);
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    shown("#cluster-page");
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);

    shown("#clusters-page");
  }

  private void use(double cores) {
    fakes.clock.pass(Duration.ofSeconds(1));
    fakes.use("demo", "control-plane-1", cores, 600, 0);
  }

  private int points() {
    return Fx.call(
        () -> {
          Path line = robot.lookup("#graph-cpu .curve-line-1").query();
          return line.getElements().size();
        });
  }

  private List<String> lines() {
    ListView<dev.coracle.cluster.NodeAccess.LogLine> list = robot.lookup("#log-lines").query();
    return Fx.call(() -> list.getItems().stream().map(line -> line.text()).toList());
  }

  private String equivalent() {
    TextArea area = robot.lookup("#create-equivalent").query();
    return area.getText();
  }
}
