package dev.coracle.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterImages.NodeImage;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterStatus.KubeconfigState;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.SampleClusters;
import dev.coracle.cluster.resources.ResourceRow;
import dev.coracle.gui.async.FxScheduler;
import dev.coracle.gui.text.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures of every page, light and dark, for people to look at. */
class ScreenshotsTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("screenshots", "target/screenshots"));
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Fakes fakes = new Fakes();
  private String look = "";
  private Desktop desktop;
  private Scene scene;

  @BeforeAll
  static void start() throws InterruptedException {
    Fx.start();
  }

  @AfterEach
  void close() {
    Fx.run(desktop::close);
  }

  @ParameterizedTest
  @EnumSource(ColorScheme.class)
  void everyPage(ColorScheme scheme) {
    look = scheme.name().toLowerCase(Locale.ROOT);
    open(Locale.ENGLISH, scheme);
    save("empty");
    clusters();
    save("clusters");
    overview();
    save("overview");
    explorer();
    save("explorer");
    object();
    save("object");
    yaml();
    save("yaml");
    review();
    save("review");
    podLog();
    save("pod-log");
    images();
    save("images");
    resources();
    save("resources");
    logs();
    save("logs");
    about();
    save("about");
    confirm();
    save("delete");
    create();
    save("create");
    progress();
    save("progress");
    failure();
    save("failure");
    outage();
    save("engine-lost");

    assertThat(FOLDER.resolve("engine-lost-" + look + ".png")).isNotEmptyFile();
  }

  @ParameterizedTest
  @EnumSource(value = ColorScheme.class, names = "LIGHT")
  void korean(ColorScheme scheme) {
    look = "korean";
    open(Locale.KOREAN, scheme);
    clusters();
    save("clusters");
    overview();
    explorer();
    save("explorer");
    object();
    save("object");
    create();
    save("create");

    assertThat(FOLDER.resolve("create-korean.png")).isNotEmptyFile();
  }

  private void open(Locale locale, ColorScheme scheme) {
    Fx.run(
        () -> {
          desktop =
              new Desktop(
                  fakes.services(), new FxScheduler(), new Texts(locale), fakes.clock, () -> {});
          Theme.use(scheme);
          desktop.stage().setWidth(980);
          desktop.stage().setHeight(700);
          desktop.show();
          scene = desktop.stage().getScene();
        });
    await().until(() -> Fx.call(() -> scene.lookup("#create-first") != null));
  }

  private void clusters() {
    ClusterSpec large =
        ClusterSpec.builder(SampleClusters.VERSION)
            .controlPlanes(3)
            .workers(2)
            .cpus(2)
            .memory(Bytes.ofMebibytes(4096))
            .ports(List.of(PortMapping.parse("8080:30080"), PortMapping.parse("5353:30053/udp")))
            .build();
    Cluster shop = SampleClusters.cluster("shop", large, Phase.RUNNING);
    fakes.clusters.put("demo", Phase.RUNNING);
    fakes.clusters.put("lab", Phase.STOPPED);
    fakes.clusters.put("old-release", Phase.PAUSED);
    fakes.clusters.put(
        SampleClusters.with(
            shop,
            KubeconfigState.CONFIGURED,
            List.of(
                "Certificates of control-plane-1 expire in 12 days. Restart the cluster to renew them.")));
    fakes.clusters.put("workshop", Phase.ERROR);
    await().until(() -> fakes.metrics.listeners(new ClusterName("shop")) > 0);
    use(150);
  }

  private void use(int seconds) {
    for (int i = 0; i < seconds; i++) {
      double wave =
          0.35 + 0.2 * Math.sin(i / 9.0) + 0.15 * Math.sin(i / 2.3) + (i % 61 == 0 ? 0.6 : 0);
      fakes.use("demo", "control-plane-1", 0.5 * wave, 610 + i / 5.0, 9_000 + 7_000 * wave);
      for (String node :
          List.of(
              "control-plane-1", "control-plane-2", "control-plane-3", "worker-1", "worker-2")) {
        boolean gap = i > 60 && i < 75;
        if (!gap) {
          fakes.use(
              "shop", node, wave * (node.length() - 7) / 6, 700 + 80 * wave, 60_000 * wave * wave);
        }
      }
      fakes.clock.pass(SECOND);
    }
    Fx.settle();
  }

  private void overview() {
    press("#open-shop");
    Fx.settle();
  }

  private void explorer() {
    SampleWorld.fill(fakes.resources);
    tab(1);
    await().until(() -> Fx.call(() -> scene.lookup("#objects .table-row-cell:filled") != null));
    Fx.settle();
  }

  private void object() {
    choose("deployments", "web");
    await().until(() -> Fx.call(() -> scene.lookup("#object-description .panel") != null));
    Fx.settle();
  }

  private void yaml() {
    Fx.run(() -> ((TabPane) scene.lookup("#object-tabs")).getSelectionModel().select(1));
    Fx.run(
        () -> {
          TextInputControl area = (TextInputControl) scene.lookup("#object-yaml");
          area.setText(area.getText().replace("shop/web:1.4", "shop/web:1.5"));
        });
    Fx.settle();
  }

  private void review() {
    press("#yaml-check");
    await().until(() -> Fx.call(() -> scene.lookup("#review-lines") != null));
    Fx.settle();
  }

  private void podLog() {
    press("#review-cancel");
    choose("pods", "orders-0");
    Fx.run(() -> ((TabPane) scene.lookup("#object-tabs")).getSelectionModel().select(2));
    await().until(() -> Fx.call(() -> scene.lookup("#object-tabs .log-text") != null));
    Fx.settle();
  }

  private void choose(String kind, String name) {
    press("#kind-" + kind);
    Fx.run(() -> ((TextInputControl) scene.lookup("#explorer-search")).setText(""));
    await().until(() -> Fx.call(() -> scene.lookup("#objects .table-row-cell:filled") != null));
    Fx.run(
        () -> {
          TableView<?> table = (TableView<?>) scene.lookup("#objects");
          for (int i = 0; i < table.getItems().size(); i++) {
            if (table.getItems().get(i) instanceof ResourceRow row
                && row.id().name().equals(name)) {
              table.getSelectionModel().select(i);
              break;
            }
          }
          table.fireEvent(
              new KeyEvent(
                  KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
    await().until(() -> Fx.call(() -> scene.lookup("#object-page") != null));
  }

  private void images() {
    String digest = "sha256:" + "0".repeat(64);
    List<String> nodes = List.of("control-plane-1", "worker-1");
    fakes
        .images
        .put(image("registry.k8s.io/etcd:3.6.8-0", 61, true, digest, nodes))
        .put(image("registry.k8s.io/coredns/coredns:v1.14.2", 24, true, digest, nodes))
        .put(image("shop/web:1.4", 143, false, digest, nodes))
        .put(image("shop/orders:2.0", 88, false, digest, nodes));
    tab(2);
    await().until(() -> Fx.call(() -> scene.lookup("#image-table .table-row-cell:filled") != null));
  }

  private static NodeImage image(
      String name, long mebibytes, boolean pinned, String digest, List<String> nodes) {
    return new NodeImage(digest, List.of(name), mebibytes << 20, nodes, pinned);
  }

  private void about() {
    press("#nav-about");
    Fx.settle();
  }

  private void resources() {
    tab(3);
    await().until(() -> fakes.metrics.listeners(new ClusterName("shop")) > 0);
    use(100);
  }

  private void logs() {
    String[] texts = {
      "I0104 15:04:01.382913       1 options.go:263] external host was not specified, using 172.30.0.10",
      "I0104 15:04:01.940021       1 controller.go:142] Starting OpenAPI controller",
      "W0104 15:04:02.117734       1 genericapiserver.go:767] Skipping API apps/v1beta1 because it has no resources.",
      "{\"level\":\"info\",\"ts\":\"2026-01-04T15:04:02.318Z\",\"msg\":\"elected leader 8211f1d0f64f3269\"}",
      "time=\"2026-01-04T15:04:02\" level=info msg=\"Start cri plugin\"",
      "E0104 15:04:03.009121     312 kubelet.go:3011] \"Container runtime network not ready\"",
    };
    String[] components = {
      "kube-apiserver", "kube-apiserver", "kube-apiserver", "etcd", "containerd", "kubelet"
    };
    for (int i = 0; i < 60; i++) {
      fakes.nodes.log("control-plane-1", components[i % 6], texts[i % 6]);
    }
    tab(4);
    await().until(() -> Fx.call(() -> scene.lookup(".log-text") != null));
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
                "Stop that process, or choose another port for the cluster.")
            .withOutput(
                "Error response from daemon: Bind for 127.0.0.1:8080 failed: port is already allocated"));
    CountDownLatch gate = fakes.clusters.hold("start-nodes");
    press("#create-cluster");
    type("#create-ports", "8080:30080");
    press("#create-start");
    await().until(() -> Fx.call(() -> scene.getRoot().lookupAll(".step:done").size() == 4));
    fakes.clock.pass(Duration.ofMillis(740));
    gate.countDown();
    await().until(() -> Fx.call(() -> scene.lookup("#problem-summary") != null));
    Fx.settle();
  }

  private void outage() {
    press("#operation-close");
    fakes.clusters.loseEngine(
        Problem.of(
            Problem.Code.ENGINE_NOT_RUNNING,
            "Docker does not answer at unix:///var/run/docker.sock.",
            "Start Docker; your clusters are kept and come back with it."));
    Fx.settle();
  }

  private void press(String id) {
    Fx.run(
        () -> {
          Node found = scene.lookup(id);
          if (found instanceof ButtonBase button) {
            button.fire();
          }
        });
    Fx.settle();
  }

  private void type(String id, String text) {
    Fx.run(() -> ((TextInputControl) Objects.requireNonNull(scene.lookup(id))).setText(text));
  }

  private void tab(int index) {
    Fx.run(
        () ->
            ((TabPane) Objects.requireNonNull(scene.lookup("#cluster-tabs")))
                .getSelectionModel()
                .select(index));
    Fx.settle();
  }

  private void save(String name) {
    await().pollDelay(Duration.ofMillis(350)).until(() -> true);
    Picture.save(scene, FOLDER.resolve(name + "-" + look + ".png"));
  }
}
