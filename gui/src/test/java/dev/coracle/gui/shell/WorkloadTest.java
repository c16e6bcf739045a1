package dev.coracle.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.resources.EchoTerminal;
import dev.coracle.cluster.resources.ObjectName;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What a person does with what runs: scales it, reads its logs, goes into it. */
class WorkloadTest extends OpenExplorer {

  @Test
  void aWorkloadIsScaledAndRestarted() {
    look("deployments", "web");
    robot.clickOn("#object-scale");
    robot.doubleClickOn("#scale-replicas .text-field").write("5").clickOn("#scale-agree");
    until(() -> labels().contains("2 of 5 ready"));
    robot.clickOn("#object-restart");

    until(
        () ->
            fakes
                .resources
                .calls()
                .equals(List.of("scale Deployment shop/web 5", "restart Deployment shop/web")));
  }

  @Test
  void anEarlierRevisionIsUsedAgain() {
    SampleWorld.history(fakes.resources);
    look("deployments", "web");
    robot.clickOn("#object-tab-history");
    until(() -> rows("#revisions") == 2);
    Fx.run(() -> ((TableView<?>) robot.lookup("#revisions").query()).getSelectionModel().select(1));
    robot.clickOn("#rollout-undo").clickOn("#confirm-yes");

    until(() -> fakes.resources.calls().equals(List.of("replace Deployment shop/web")));
    robot.clickOn("#object-tab-details");
    until(() -> labels().contains("shop/web:1.3"));
  }

  @Test
  void theLogsOfAWorkloadAreThoseOfItsPods() {
    fakes.resources.log(new ObjectName("shop", "web-6d4b75cb6d-2xk8p"), "first pod");
    fakes.resources.log(new ObjectName("shop", "web-6d4b75cb6d-9wq4v"), "second pod");
    look("deployments", "web");
    robot.clickOn("#object-tab-log");

    until(() -> lines("#object-tabs #log-lines").size() == 2);
    assertThat(lines("#object-tabs #log-lines"))
        .anyMatch(it -> it.contains("first pod"))
        .anyMatch(it -> it.contains("second pod"));
  }

  @Test
  void aPortOfAPodIsForwardedListedAndStopped() {
    look("pods", "orders-0");
    robot.clickOn("#object-forward");
    shown("#forward-start");
    robot.clickOn("#forward-start");
    until(() -> text("#forward-answer").startsWith("127.0.0.1:"));
    robot.clickOn("#forward-close").clickOn("#tab-ports");
    until(() -> rows("#ports") == 1);
    assertThat(fakes.resources.calls()).containsExactly("forward shop/orders-0 80");
    Fx.run(() -> ((TableView<?>) robot.lookup("#ports").query()).getSelectionModel().select(0));
    robot.clickOn("#port-remove");

    until(() -> rows("#ports") == 0);
  }

  @Test
  void aTerminalOfAPodIsTypedInto() {
    look("pods", "orders-0");
    robot.clickOn("#object-tab-terminal");
    until(() -> fakes.resources.terminals().size() == 1);
    EchoTerminal shell = fakes.resources.terminals().getFirst();
    until(() -> !shell.sizes().isEmpty());
    robot.clickOn("#terminal-screen").write("hello");
    robot.push(KeyCode.ENTER);
    until(() -> shell.commands().equals(List.of("hello")));
    robot.clickOn("#tab-overview").clickOn("#tab-explorer");
    assertThat(shell.isOpen()).isTrue();
    robot.clickOn("#object-back");

    until(() -> !shell.isOpen());
  }

  @Test
  void theLogOfAPodIsRead() {
    look("pods", "orders-0");
    until(() -> labels().contains("orders-0"));
    robot.clickOn("#object-tab-log");

    until(() -> lines("#object-tabs #log-lines").size() == 3);
    fakes.resources.log(new ObjectName("shop", "orders-0"), "next");
    until(() -> lines("#object-tabs #log-lines").size() == 4);
  }
}
