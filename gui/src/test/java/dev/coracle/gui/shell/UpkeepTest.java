package dev.coracle.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.SampleClusters;
import dev.coracle.cluster.UpgradeRequest;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person does about a cluster's version, and about when it stops by itself. */
class UpkeepTest extends OpenWindow {

  private static final ClusterName DEMO = new ClusterName("demo");

  @BeforeEach
  void open() {
    ClusterSpec old = ClusterSpec.ofVersion(new KubernetesVersion(1, 35, 4));
    fakes.clusters.put(SampleClusters.cluster("demo", old, Phase.RUNNING));
    shown("#open-demo");
    robot.clickOn("#open-demo");
    until(() -> text("#upkeep-stop").equals("No"));
  }

  @Test
  void anUpgradeTellsWhatItTakesAndIsDone() {
    assertThat(text("#upkeep-version")).isEqualTo("v1.35.4; v1.36.3 can be had");
    robot.clickOn("#upkeep-upgrade");
    until(() -> text("#upgrade-plan").contains("It takes 3 steps"));
    robot.clickOn("#upgrade-agree");

    until(() -> text("#upkeep-version").startsWith("v1.36.3, the newest"));
    assertThat(fakes.clusters.upgrades())
        .containsExactly(UpgradeRequest.to(Optional.of(SampleClusters.VERSION)));
  }

  @Test
  void anUpgradeThatIsNotPossibleSaysWhyBeforeItBegins() {
    fakes.clusters.refuseUpgrades(
        Problem.of(Problem.Code.CANNOT_CHANGE_LIVE, "A node is missing.", "Start the cluster."));
    robot.clickOn("#upkeep-upgrade");

    until(() -> text("#problem-headline").equals("A node is missing."));
    assertThat(robot.lookup("#upgrade-agree").query().isDisabled()).isTrue();
  }

  @Test
  void aClusterThatIsWhatItMayBeHasNothingToDo() {
    robot.clickOn("#upkeep-upgrade");
    Fx.run(() -> combo("#upgrade-version").setValue("v1.35.4"));

    until(() -> text("#upgrade-plan").contains("nothing to do"));
    assertThat(robot.lookup("#upgrade-agree").query().isDisabled()).isTrue();
  }

  @Test
  void aStopIsScheduledAndTakenBack() {
    robot.clickOn("#upkeep-stop-later");
    robot.doubleClickOn("#stop-hours .text-field").write("3").clickOn("#stop-agree");
    until(() -> text("#upkeep-stop").startsWith("In 3 h 0 min, at "));
    assertThat(fakes.clusters.scheduledStop(DEMO))
        .contains(fakes.clock.instant().plus(Duration.ofHours(3)));
    robot.clickOn("#upkeep-go-on");

    until(() -> text("#upkeep-stop").equals("No"));
    assertThat(fakes.clusters.scheduledStop(DEMO)).isEmpty();
  }

  @Test
  void aStopThatAnotherProgramScheduledIsSeenAtTheNextLook() {
    fakes.clusters.scheduleStop(DEMO, fakes.clock.instant().plus(Duration.ofMinutes(90)));
    robot.clickOn("#tab-nodes").clickOn("#tab-overview");

    until(() -> text("#upkeep-stop").startsWith("In 1 h 30 min, at "));
  }

  private javafx.scene.control.ComboBox<String> combo(String id) {
    return robot.lookup(id).query();
  }
}
