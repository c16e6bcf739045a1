package dev.coracle.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.coracle.cluster.Problem;
import dev.coracle.cluster.diagnostics.Finding;
import dev.coracle.cluster.diagnostics.Fix;
import dev.coracle.gui.preferences.Language;
import dev.coracle.gui.preferences.Look;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Label;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures of what concerns all clusters, light and dark. */
class ScreenshotsTest extends PictureBook {

  @ParameterizedTest
  @EnumSource(
      value = Look.class,
      names = {"LIGHT", "DARK"})
  void clustersAndTheirLife(Look look) {
    open(Language.ENGLISH, look);
    save("empty");
    clusters();
    save("clusters");
    about();
    save("about");
    diagnostics();
    save("diagnostics");
    preferences();
    save("preferences");
    confirm();
    save("delete");
    create();
    save("create");
    press("#create-more");
    save("create-more");
    progress();
    save("progress");
    failure();
    save("failure");
    createBare();
    save("create-bare");
    press("#create-cancel");
    outage();
    save("engine-lost");

    assertThat(FOLDER).isDirectoryContaining("glob:**engine-lost-*.png");
  }

  @ParameterizedTest
  @EnumSource(value = Look.class, names = "LIGHT")
  void korean(Look look) {
    open(Language.KOREAN, look);
    clusters();
    save("clusters");
    diagnostics();
    save("diagnostics");
    preferences();
    save("preferences");
    create();
    save("create");
    progress();
    save("progress");
    failure();
    save("failure");
    assertThat(label("#problem-headline")).isEqualTo("포트가 이미 사용 중입니다.");
    assertThat(label(".step:failed .label")).isEqualTo("노드 시작 중");
    outage();
    save("engine-lost");

    assertThat(label("#engine-banner")).isEqualTo("Docker가 응답하지 않습니다.");
    assertThat(FOLDER.resolve("engine-lost-korean.png")).isNotEmptyFile();
  }

  @ParameterizedTest
  @EnumSource(value = Look.class, names = "HIGH_CONTRAST")
  void highContrast(Look look) {
    open(Language.ENGLISH, look);
    clusters();
    save("clusters");
    preferences();
    save("preferences");

    assertThat(FOLDER.resolve("preferences-high-contrast.png")).isNotEmptyFile();
  }

  private void diagnostics() {
    fakes
        .diagnostics
        .find(
            "engine",
            "Docker",
            Finding.ok("Docker Engine 29.1.3 answers at unix:///var/run/docker.sock."))
        .find("memory", "Memory", Finding.ok("The engine has 15.5 GiB."))
        .find(
            "disk",
            "Disk space",
            Finding.error(
                "1.2 GiB is free at /var/lib/docker. A cluster needs 2.0 GiB.",
                "Free some space; `docker system df` shows what the engine can give back."))
        .find(
            "inotify",
            "File watches",
            Finding.warning(
                    "A user may have 128 watchers and watch 8192 files. Several nodes may need more.",
                    "Raise the limits; a file below /etc/sysctl.d makes that last.")
                .fixedBy(
                    Fix.byHand(
                        "sudo sysctl fs.inotify.max_user_instances=1024 fs.inotify.max_user_watches=524288")))
        .find("clock", "Clock", Finding.skipped("No node runs whose time could be compared."))
        .find(
            "kubeconfig-shop",
            "kubectl and shop",
            Finding.warning("Context \"coracle-shop\" leads elsewhere.", "Repair it.")
                .fixedBy(Fix.of("coracle kubeconfig repair shop", _ -> {})));
    press("#nav-diagnostics");
    appears("#diagnosis-kubeconfig-shop");
  }

  private void preferences() {
    press("#nav-preferences");
    appears("#default-memory");
  }

  private void about() {
    press("#nav-about");
    Fx.settle();
  }

  private void confirm() {
    press("#nav-clusters");
    press("#delete-lab");
    Fx.settle();
  }

  private void create() {
    press("#confirm-cancel");
    press("#nav-clusters");
    press("#create-cluster");
    type("#create-name", "Team A");
    type("#create-cpus", "2");
    type("#create-memory", "512m");
    type("#create-ports", "8080:30080");
    press("#control-planes-3");
    Fx.settle();
  }

  private void createBare() {
    press("#operation-close");
    press("#create-cluster");
    type("#create-name", "kubeadm-lab");
    type("#create-memory", "2g");
    press("#bare-true");
    Fx.settle();
  }

  private void progress() {
    type("#create-name", "team-a");
    type("#create-memory", "4g");
    fakes.clusters.delay("check-engine", Duration.ofMillis(8));
    fakes.clusters.delay("ensure-image", Duration.ofMillis(14));
    fakes.clusters.delay("create-nodes", Duration.ofMillis(21));
    fakes.clusters.hold("await-api");
    press("#create-start");
    await().until(() -> Fx.call(() -> scene.lookup(".step:running") != null));
    await().until(() -> Fx.call(() -> scene.getRoot().lookupAll(".step:done").size() == 5));
    fakes.clock.pass(Duration.ofMillis(2_350));
    await().pollDelay(Duration.ofMillis(400)).until(() -> true);
  }

  private void failure() {
    press("#operation-cancel");
    await().until(() -> Fx.call(() -> scene.lookup("#operation-cancel") == null));
    press("#operation-close");
    fakes.clusters.failNext(
        "start-nodes",
        Problem.of(
                Problem.Code.PORT_BUSY,
                "Port 8080 of this machine is in use by process 812 (nginx).",
                "Stop it, or choose another port.")
            .withOutput(
                "Error response from daemon: Bind for 127.0.0.1:8080 failed: port is already allocated"));
    CountDownLatch gate = fakes.clusters.hold("start-nodes");
    press("#create-cluster");
    type("#create-ports", "8080:30080");
    press("#create-start");
    await().until(() -> Fx.call(() -> scene.getRoot().lookupAll(".step:done").size() == 4));
    fakes.clock.pass(Duration.ofMillis(740));
    gate.countDown();
    await().until(() -> Fx.call(() -> scene.lookup("#problem-headline") != null));
    Fx.settle();
  }

  private String label(String query) {
    return Fx.call(() -> ((Label) scene.lookup(query)).getText());
  }

  private void outage() {
    press("#operation-close");
    fakes.clusters.loseEngine(
        Problem.of(
            Problem.Code.ENGINE_NOT_RUNNING,
            "The container engine does not answer any more.",
            "Start it again; clusters that ran come back by themselves."));
    Fx.settle();
  }
}
