package dev.coracle.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.metrics.HostSamples;
import javafx.scene.control.ComboBox;
import javafx.scene.shape.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much of this machine a cluster takes, on its page of resources. */
class HostShareTest extends OpenWindow {

  @BeforeEach
  void open() {
    fakes.clusters.put("demo", Phase.RUNNING);
    shown("#open-demo");
    assertThat(fakes.host.listeners()).isZero();
    robot.clickOn("#open-demo").clickOn("#tab-resources");
    until(() -> fakes.metrics.listeners(new ClusterName("demo")) == 1);
    until(() -> fakes.host.listeners() == 1);
  }

  private void use() {
    fakes.busy(4.96, 11.2);
    fakes.use("demo", "control-plane-1", 1.44, 717, 0);
  }

  private int points(String graph) {
    return Fx.call(
        () -> {
          Path line = robot.lookup(graph + " .curve-line-host").query();
          return line.getElements().size();
        });
  }

  @Test
  void theMachineIsACurveAndASentence() {
    use();

    until(() -> text("#host-cpu").endsWith("62 % of 8 cores busy, cluster 18 %"));
    assertThat(text("#host-memory"))
        .isEqualTo("This machine: 11 of 16 GiB in use, cluster 717 MiB");
    assertThat(points("#graph-cpu")).isPositive();
    assertThat(points("#graph-memory")).isPositive();
    assertThat(points("#graph-network")).isZero();
  }

  @Test
  void nodesInAVirtualMachineAreSaidToBeThere() {
    fakes.host.emit(HostSamples.apart(4.96, 11.2));
    fakes.use("demo", "control-plane-1", 1.44, 717, 0);

    until(() -> text("#host-cpu").contains("cluster 72 % of 2 cores"));
    assertThat(text("#host-memory")).contains("cluster 717 MiB of 6.0 GiB");
  }

  @Test
  void itCanBeLeftOut() {
    use();
    until(() -> points("#graph-cpu") > 0);
    robot.clickOn("#graph-host");

    until(() -> fakes.host.listeners() == 0);
    assertThat(points("#graph-cpu")).isZero();
    assertThat(text("#host-cpu")).isEmpty();
    robot.clickOn("#graph-host");
    until(() -> fakes.host.listeners() == 1);
  }

  @Test
  void aNodeStandsAlone() {
    use();
    until(() -> points("#graph-cpu") > 0);
    Fx.run(() -> robot.lookup("#graph-node").<ComboBox<?>>query().getSelectionModel().select(1));

    until(() -> fakes.host.listeners() == 0);
    assertThat(text("#host-cpu")).isEmpty();
    assertThat(robot.lookup("#graph-host").query().isDisabled()).isTrue();
  }

  @Test
  void nothingIsSampledOnOtherPages() {
    robot.clickOn("#tab-nodes");
    until(() -> fakes.host.listeners() == 0);
    robot.clickOn("#tab-resources");
    until(() -> fakes.host.listeners() == 1);
    robot.clickOn("#graph-pods");

    until(() -> fakes.host.listeners() == 0);
  }
}
