package dev.coracle.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.coracle.cluster.ClusterImages.NodeImage;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.SampleClusters;
import dev.coracle.gui.preferences.Language;
import dev.coracle.gui.preferences.Look;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures of the page of one cluster, light and dark. */
class ClusterScreenshotsTest extends PictureBook {

  @ParameterizedTest
  @EnumSource(
      value = Look.class,
      names = {"LIGHT", "DARK"})
  void everyTab(Look look) {
    open(Language.ENGLISH, look);
    clusters();
    overview();
    save("overview");
    events();
    save("events");
    stopLater();
    save("stop-later");
    nodes();
    save("nodes");
    addNodes();
    save("add-nodes");
    removeControlPlanes();
    save("remove-control-planes");
    ports();
    save("ports");
    addons();
    save("addons");
    images();
    save("images");
    resources();
    save("resources");
    podUses();
    save("pod-uses");
    logs();
    save("logs");
    settings();
    save("settings");
    upgrade();
    save("upgrade");

    assertThat(FOLDER).isDirectoryContaining("glob:**logs-*.png");
  }

  @ParameterizedTest
  @EnumSource(
      value = Look.class,
      names = {"LIGHT", "DARK"})
  void bareNodes(Look look) {
    open(Language.ENGLISH, look);
    bare();
    save("bare");
    tab("explorer");
    appears("#kubeadm-needed");
    save("bare-explorer");

    assertThat(FOLDER).isDirectoryContaining("glob:**bare-explorer-*.png");
  }

  private void bare() {
    ClusterSpec spec = ClusterSpec.builder(SampleClusters.VERSION).bare(true).workers(2).build();
    fakes.connections.refuse(Problem.of(Problem.Code.BARE_NODES, "No kubeadm yet.", "Run it."));
    fakes.clusters.put(SampleClusters.cluster("lab", spec, Phase.RUNNING));
    appears("#open-lab");
    press("#open-lab");
    Fx.settle();
  }

  private void koreanBare() {
    bare();
    save("bare");
    tab("explorer");
    appears("#kubeadm-needed");
    save("bare-explorer");
  }

  @ParameterizedTest
  @EnumSource(value = Look.class, names = "LIGHT")
  void korean(Look look) {
    open(Language.KOREAN, look);
    clusters();
    overview();
    nodes();
    save("nodes");
    ports();
    save("ports");
    addons();
    save("addons");
    removeControlPlanes();
    save("remove-control-planes");
    press("#confirm-cancel");
    press("#nav-clusters");
    koreanBare();

    assertThat(FOLDER.resolve("ports-korean.png")).isNotEmptyFile();
  }

  private void stopLater() {
    fakes.clusters.scheduleStop(new ClusterName("shop"), fakes.clock.instant().plusSeconds(7140));
    tab("nodes");
    tab("overview");
    press("#upkeep-stop-later");
  }

  private void addons() {
    SampleWorld.addons(fakes.resources);
    tab("addons");
    appears("#addon-state-coredns");
  }

  private void upgrade() {
    press("#nav-old-release");
    appears("#upkeep-upgrade");
    press("#upkeep-upgrade");
    await().until(() -> Fx.call(this::plan).contains("3 steps"));
  }

  private String plan() {
    return scene.lookup("#upgrade-plan") instanceof Label plan ? plan.getText() : "";
  }

  private void settings() {
    tab("settings");
    type("#settings-cpus", "3");
  }

  private void overview() {
    SampleWorld.fill(fakes.resources);
    SampleWorld.health(fakes.resources);
    press("#open-shop");
    await().until(() -> scene.lookup("#component-etcd") != null);
    Fx.settle();
  }

  private void events() {
    Fx.run(() -> ((ScrollPane) Objects.requireNonNull(scene.lookup("#overview"))).setVvalue(1));
    Fx.settle();
  }

  private void nodes() {
    SampleWorld.nodes(
        fakes.resources,
        List.of("control-plane-1", "control-plane-2", "control-plane-3", "worker-1", "worker-2"));
    fakes.resources.cordon("worker-2", true);
    press("#stop-cancel");
    tab("nodes");
    select("#node-table", 4);
    await().until(() -> fakes.metrics.listeners(new ClusterName("shop")) > 0);
    use(3);
  }

  private void addNodes() {
    press("#node-add");
    Fx.settle();
  }

  /** The dialog knows what to choose beside the one that was selected. */
  private void removeControlPlanes() {
    press("#node-add-cancel");
    tab("nodes");
    select("#node-table", 1);
    press("#node-remove");
    Fx.settle();
  }

  private void ports() {
    press("#confirm-cancel");
    tab("ports");
    select("#services", 0);
    Fx.settle();
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
    tab("images");
    await().until(() -> Fx.call(() -> scene.lookup("#image-table .table-row-cell:filled") != null));
  }

  private static NodeImage image(
      String name, long mebibytes, boolean pinned, String digest, List<String> nodes) {
    return new NodeImage(digest, List.of(name), mebibytes << 20, nodes, pinned);
  }

  private void podUses() {
    SampleWorld.uses(fakes.resources);
    press("#graph-pods");
    appears("#pod-uses .table-cell");
  }

  private void resources() {
    tab("resources");
    await().until(() -> fakes.metrics.listeners(new ClusterName("shop")) > 0);
    await().until(() -> fakes.host.listeners() > 0);
    use(310);
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
    tab("logs");
    await().until(() -> Fx.call(() -> scene.lookup(".log-text") != null));
    Fx.settle();
  }
}
