package dev.coracle.gui.shell;

import static org.awaitility.Awaitility.await;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterStatus.KubeconfigState;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.SampleClusters;
import dev.coracle.gui.async.FxScheduler;
import dev.coracle.gui.async.Pace;
import dev.coracle.gui.preferences.Language;
import dev.coracle.gui.preferences.Look;
import dev.coracle.gui.preferences.Preferences;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** A window with several clusters, and pictures of it for people to look at. */
abstract class PictureBook {

  static final Path FOLDER = Path.of(System.getProperty("screenshots", "target/screenshots"));
  private static final Duration SECOND = Duration.ofSeconds(1);

  final Fakes fakes = new Fakes();
  private final FxScheduler scheduler = new FxScheduler();
  Scene scene;
  private String look = "";
  private Desktop desktop;

  @BeforeAll
  static void start() throws InterruptedException {
    Fx.start();
  }

  @AfterEach
  void close() {
    Fx.run(desktop::close);
  }

  /** Opens the window; its pictures are named after the language, or else after the colours. */
  final void open(Language language, Look colours) {
    boolean english = language == Language.ENGLISH;
    look = english ? colours.name().toLowerCase(Locale.ROOT).replace('_', '-') : "korean";
    Preferences preferences = new Preferences(colours, language, true, true);
    fakes.preferences.save(preferences);
    Fx.run(
        () -> {
          desktop =
              new Desktop(
                  fakes.services(), fakes.files, scheduler, preferences, fakes.clock, () -> {});
          desktop.stage().setWidth(980);
          desktop.stage().setHeight(700);
          desktop.show();
          scene = desktop.stage().getScene();
        });
    await().until(() -> Fx.call(() -> scene.lookup("#create-first") != null));
  }

  final void clusters() {
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
    ClusterSpec old =
        ClusterSpec.builder(new KubernetesVersion(1, 35, 4))
            .autoPause(Duration.ofMinutes(10))
            .build();
    Cluster asleep = SampleClusters.cluster("old-release", old, Phase.PAUSED);
    fakes.clusters.put(SampleClusters.autoPaused(asleep));
    fakes.clusters.put(
        SampleClusters.with(
            shop,
            KubeconfigState.CONFIGURED,
            List.of(
                "A change of its control planes has not ended: unless it goes on now, `coracle start shop` ends it.")));
    fakes.clusters.put("workshop", Phase.ERROR);
    await().until(() -> fakes.metrics.listeners(new ClusterName("shop")) > 0);
    use(150);
  }

  final void use(int seconds) {
    for (int i = 0; i < seconds; i++) {
      double wave =
          0.35 + 0.2 * Math.sin(i / 9.0) + 0.15 * Math.sin(i / 2.3) + (i % 61 == 0 ? 0.6 : 0);
      // Drawn with the nodes' samples, so before them.
      fakes.busy(1.1 + 0.3 * Math.sin(i / 13.0) + 5 * wave, 9.4 + i / 90.0 + wave);
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
    CountDownLatch drawn = new CountDownLatch(1);
    scheduler.unhurried(drawn, Pace.GLANCE, drawn::countDown);
    await().until(() -> drawn.getCount() == 0);
    Fx.settle();
  }

  final void press(String id) {
    Fx.run(
        () -> {
          Node found = scene.lookup(id);
          if (found instanceof ButtonBase button) {
            button.fire();
          }
        });
    Fx.settle();
  }

  final void type(String id, String text) {
    Fx.run(() -> ((TextInputControl) Objects.requireNonNull(scene.lookup(id))).setText(text));
  }

  final void tab(String name) {
    Fx.run(
        () -> {
          TabPane tabs = (TabPane) Objects.requireNonNull(scene.lookup("#cluster-tabs"));
          tabs.getTabs().stream()
              .filter(tab -> tab.getId().equals("tab-" + name))
              .forEach(tabs.getSelectionModel()::select);
        });
    Fx.settle();
  }

  /** Waits until something of this kind is on the screen. */
  final void appears(String query) {
    await().until(() -> Fx.call(() -> scene.lookup(query) != null));
  }

  final void select(String table, int row) {
    appears(table + " .table-row-cell:filled");
    Fx.run(() -> ((TableView<?>) scene.lookup(table)).getSelectionModel().select(row));
  }

  final void save(String name) {
    await().pollDelay(Duration.ofMillis(350)).until(() -> true);
    Picture.save(scene, FOLDER.resolve(name + "-" + look + ".png"));
  }
}
