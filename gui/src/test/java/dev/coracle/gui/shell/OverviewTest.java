package dev.coracle.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.resources.ResourceRow;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person sees first of a cluster. */
class OverviewTest extends OpenWindow {

  @BeforeEach
  void open() {
    SampleWorld.fill(fakes.resources);
    fakes.clusters.put("demo", Phase.RUNNING);
    shown("#open-demo");
    robot.clickOn("#open-demo");
    until(() -> text("#component-etcd").equals("1 of 1"));
  }

  @Test
  void eachComponentSaysHowItIs() {
    fakes.resources.put(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: kube-proxy-l8r6d, namespace: kube-system}
        spec: {containers: [{name: kube-proxy}]}
        status:
          conditions: [{type: Ready, status: "False"}]
          containerStatuses: [{state: {waiting: {reason: CrashLoopBackOff}}}]
        """);

    until(() -> text("#component-kube-proxy").equals("0 of 1 · CrashLoopBackOff"));
  }

  @Test
  void itSaysHowLongItRunsAndItsCertificatesLast() {
    assertThat(text("#fact-uptime")).isEqualTo("For 2 days");
    assertThat(text("#fact-certificates")).isEqualTo("Valid for another 362 days");
  }

  @Test
  void allEventsAreOneClickAway() {
    shown("#all-events");
    Fx.run(() -> ((Button) robot.lookup("#all-events").query()).fire());

    until(() -> events().contains("web.1"));
  }

  private List<String> events() {
    return Fx.call(
        () ->
            robot.lookup("#objects").<TableView<ResourceRow>>query().getItems().stream()
                .map(row -> row.id().name())
                .toList());
  }

  @Test
  void aStoppedClusterHasNoComponents() {
    assertThat(robot.lookup("#health").query().isVisible()).isTrue();
    fakes.clusters.put("demo", Phase.STOPPED);

    until(() -> text("#fact-uptime").equals("Not now"));
    until(() -> fakes.resources.watchers() == 0);
    assertThat(robot.lookup("#health").query().isVisible()).isFalse();
  }
}
