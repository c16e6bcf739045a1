package dev.coracle.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.SampleClusters;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a person sees of bare nodes before kubeadm: what to do, and no error, since there is none.
 */
class BareNodesTest extends OpenWindow {

  private static final Problem NO_KUBERNETES =
      Problem.of(Problem.Code.BARE_NODES, "Nobody has run kubeadm.", "Run it.");

  @BeforeEach
  void open() {
    ClusterSpec bare = ClusterSpec.builder(SampleClusters.VERSION).bare(true).workers(2).build();
    fakes.connections.refuse(NO_KUBERNETES);
    fakes.clusters.put(SampleClusters.cluster("lab", bare, Phase.RUNNING));
    shown("#open-lab");
  }

  @Test
  void noPageShowsAnError() {
    assertThat(labels("#card-lab")).anyMatch(it -> it.contains("3 bare nodes"));
    robot.clickOn("#open-lab");
    shown("#overview-remark");
    for (String tab : List.of("overview", "images", "resources", "logs", "snapshots", "settings")) {
      robot.clickOn("#tab-" + tab);
      Fx.settle();
      assertThat(count("#cluster-page .problem")).as(tab).isZero();
    }
    for (String tab : List.of("nodes", "ports", "explorer", "addons")) {
      int before = fakes.connections.refusals();
      robot.clickOn("#tab-" + tab);
      until(() -> fakes.connections.refusals() > before);
      Fx.settle();
      assertThat(count("#cluster-page .problem")).as(tab).isZero();
    }
  }

  @Test
  void theOverviewLeadsToKubeadm() {
    robot.clickOn("#open-lab");
    shown("#overview-remark");
    assertThat(text("#overview-remark")).contains("kubeadm init", "docs/kubeadm-by-hand.md");
    assertThat(text("#bare-enter")).isEqualTo("coracle node shell -c lab");
    assertThat(text("#bare-credentials"))
        .isEqualTo("coracle cp -c lab :/etc/kubernetes/admin.conf admin.conf");
    assertThat(count("#show-kubeconfig")).isZero();
    assertThat(robot.lookup("#upkeep-upgrade").query().isVisible()).isFalse();
    assertThat(text("#upkeep-version")).startsWith("v1.36.3, as the bare nodes");
    robot.clickOn("#bare-shell");

    until(() -> fakes.programs.calls().equals(List.of("shell lab control-plane-1")));
  }

  @Test
  void aShellThatCannotBeOpenedSaysWhy() {
    fakes.programs.lack(Problem.of(Problem.Code.INTERNAL, "There is no terminal.", "Install one."));
    robot.clickOn("#open-lab").clickOn("#bare-shell");

    until(() -> text("#problem-headline").equals("There is no terminal."));
  }

  @Test
  void theInsideIsShownAsSoonAsKubeadmHasRun() {
    robot.clickOn("#open-lab").clickOn("#tab-explorer");
    shown("#kubeadm-needed");
    assertThat(text("#kubeadm-shell")).isEqualTo("coracle node shell -c lab");
    SampleWorld.fill(fakes.resources);
    fakes.connections.allow();

    until(() -> count("#kubeadm-needed") == 0 && rows("#objects") > 0);
  }

  @Test
  void addOnsAndServicesComeWithKubeadm() {
    robot.clickOn("#open-lab").clickOn("#tab-addons");
    shown("#kubeadm-needed");
    robot.clickOn("#tab-ports");
    until(() -> text("#services-placeholder").startsWith("Kubernetes is not set up"));
    SampleWorld.fill(fakes.resources);
    fakes.connections.allow();

    until(() -> rows("#services") > 0);
    robot.clickOn("#tab-addons");
    shown("#addon-state-coredns");
    assertThat(count("#kubeadm-needed")).isZero();
  }

  @Test
  void anotherProblemIsStillOne() {
    fakes.connections.refuse(
        Problem.of(
            Problem.Code.API_FAILED, "The API server answers nonsense.", "Look at its log."));
    robot.clickOn("#open-lab").clickOn("#tab-explorer");

    until(() -> text("#problem-headline").equals("The API server answers nonsense."));
    assertThat(count("#kubeadm-needed")).isZero();
  }

  @Test
  void nodesAreNotAskedForWhatNeedsKubernetes() {
    robot.clickOn("#open-lab").clickOn("#tab-nodes");
    until(() -> rows("#node-table") == 3);
    Fx.run(
        () -> ((TableView<?>) robot.lookup("#node-table").query()).getSelectionModel().select(2));
    assertThat(robot.lookup("#node-drain").query().isDisabled()).isTrue();
    assertThat(robot.lookup("#node-cordon").query().isDisabled()).isTrue();
    assertThat(robot.lookup("#node-shell").query().isDisabled()).isFalse();
    robot.clickOn("#node-add");
    shown("#node-add-agree");
    assertThat(robot.lookup("#node-add-control-planes").query().isDisabled()).isTrue();
    robot.clickOn("#node-add-cancel").clickOn("#node-remove");

    until(() -> labels("#dialogs").stream().anyMatch(it -> it.contains("drain it first")));
  }

  @Test
  void aCopyOfThemWouldBeRefusedAndIsNotOffered() {
    robot.clickOn("#open-lab").clickOn("#tab-snapshots");
    shown("#snapshot-save");

    assertThat(robot.lookup("#snapshot-clone").query().isVisible()).isFalse();
  }

  private int rows(String table) {
    return robot
        .lookup(table)
        .<TableView<?>>tryQuery()
        .map(it -> Fx.call(() -> it.getItems().size()))
        .orElse(-1);
  }

  private List<String> labels(String place) {
    return Fx.call(
        () ->
            robot.lookup(place + " .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList());
  }
}
