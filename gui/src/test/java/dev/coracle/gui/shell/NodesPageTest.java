package dev.coracle.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.SampleClusters;
import dev.coracle.cluster.resources.ServicePort;
import dev.coracle.gui.nodes.NodeRow;
import java.util.List;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person does with the nodes and the ports of a cluster. */
class NodesPageTest extends OpenWindow {

  @BeforeEach
  void open() {
    SampleWorld.fill(fakes.resources);
    SampleWorld.nodes(fakes.resources, List.of("control-plane-1", "worker-1"));
    ClusterSpec spec =
        ClusterSpec.builder(SampleClusters.VERSION)
            .workers(1)
            .ports(List.of(PortMapping.parse("8080:30080")))
            .build();
    fakes.clusters.put(SampleClusters.cluster("demo", spec, Phase.RUNNING));
    shown("#open-demo");
    robot.clickOn("#open-demo");
  }

  @Test
  void workersAreAddedAndRemoved() {
    robot.clickOn("#tab-nodes").clickOn("#node-add");
    robot.doubleClickOn("#node-count .text-field").write("2").clickOn("#node-add-agree");
    until(() -> nodes().size() == 4);
    robot.clickOn("#operation-close");
    select("#node-table", 3);
    robot.clickOn("#node-remove").clickOn("#confirm-yes");

    until(() -> nodes().equals(List.of("control-plane-1", "worker-1", "worker-2")));
    assertThat(fakes.clusters.calls())
        .containsExactly("add 2 worker to demo", "remove worker-3 from demo force=false");
  }

  @Test
  void controlPlanesComeAndGoInTwos() {
    robot.clickOn("#tab-nodes").clickOn("#node-add").clickOn("#node-add-control-planes");
    robot.clickOn("#node-add-agree");
    until(() -> nodes().size() == 4);
    robot.clickOn("#operation-close");
    select("#node-table", 1);
    robot.clickOn("#node-remove").clickOn("#remove-control-plane-3");
    assertThat(robot.lookup("#confirm-yes").query().isDisabled()).isTrue();
    robot.clickOn("#remove-control-plane-1").clickOn("#confirm-yes");

    until(() -> nodes().size() == 2);
    assertThat(fakes.clusters.calls())
        .containsExactly(
            "add 2 control-plane to demo",
            "remove control-plane-1 control-plane-2 from demo force=false");
  }

  @Test
  void aDrainThatIsRefusedSaysWhy() {
    fakes.resources.protect(
        Problem.of(Problem.Code.POD_PROTECTED, "The budget web needs 2 pods.", "Add replicas."));
    robot.clickOn("#tab-nodes");
    select("#node-table", 1);
    robot.clickOn("#node-drain").clickOn("#confirm-yes");

    until(() -> text("#problem-headline").contains("budget web"));
  }

  @Test
  void aShellIsOpenedInTheSelectedNode() {
    robot.clickOn("#tab-nodes");
    select("#node-table", 1);
    robot.clickOn("#node-shell");

    until(() -> fakes.programs.calls().equals(List.of("shell demo worker-1")));
  }

  @Test
  void aServiceIsOpenedInTheBrowser() {
    robot.clickOn("#tab-ports");
    until(() -> Fx.call(() -> table("#services").getItems().size()) > 0);
    select("#services", 0);
    robot.clickOn("#service-open");

    until(() -> fakes.programs.calls().equals(List.of("browse http://127.0.0.1:8080")));
  }

  @Test
  void aPortIsPublished() {
    robot.clickOn("#tab-ports").clickOn("#port-mapping").write("9090:30090").clickOn("#port-add");

    until(() -> Fx.call(() -> table("#ports").getItems().size()) == 2);
    assertThat(fakes.clusters.calls()).containsExactly("add port 9090:30090/tcp to demo");
  }

  private TableView<ServicePort> table(String id) {
    return robot.lookup(id).query();
  }

  private void select(String id, int index) {
    until(() -> Fx.call(() -> table(id).getItems().size()) > index);
    Fx.run(() -> table(id).getSelectionModel().select(index));
  }

  private List<String> nodes() {
    return Fx.call(
        () -> {
          TableView<NodeRow> table = robot.lookup("#node-table").query();
          return table.getItems().stream().map(NodeRow::name).toList();
        });
  }
}
