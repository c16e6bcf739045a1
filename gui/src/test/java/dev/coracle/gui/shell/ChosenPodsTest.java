package dev.coracle.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.ResourceRow;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

/** Several pods that a person chooses, and their logs as one. */
class ChosenPodsTest extends OpenExplorer {

  private static final ObjectName FIRST = new ObjectName("shop", "web-6d4b75cb6d-2xk8p");
  private static final ObjectName SECOND = new ObjectName("shop", "web-6d4b75cb6d-9wq4v");

  @Test
  void theirLogsAreReadAsOneAndGoOn() {
    fakes.resources.log(FIRST, "hello from the first");
    fakes.resources.log(SECOND, "hello from the second");
    fakes.resources.log(FIRST, "welcome");
    choose(FIRST);
    choose(SECOND);
    assertThat(count("#object-name")).isZero();
    robot.clickOn("#explorer-logs");
    until(() -> text("#chosen-pods").equals("Logs of 2 pods"));
    until(() -> lines("#chosen-pods-page #log-lines").size() == 3);
    assertThat(lines("#chosen-pods-page #log-lines"))
        .satisfiesExactly(
            line -> assertThat(line).contains("2xk8p", "hello from the first"),
            line -> assertThat(line).contains("9wq4v", "hello from the second"),
            line -> assertThat(line).contains("2xk8p", "welcome"));
    fakes.resources.log(SECOND, "one more");
    until(
        () ->
            lines("#chosen-pods-page #log-lines").stream()
                .anyMatch(line -> line.contains("one more")));
    robot.clickOn("#pods-back");

    until(() -> names().contains("orders-0"));
  }

  @Test
  void anotherKindHasNoSuchLogs() {
    robot.clickOn("#kind-deployments");

    until(() -> !robot.lookup("#explorer-logs").query().isVisible());
  }

  /** As a click with the key that chooses several does, which opens nothing. */
  private void choose(ObjectName pod) {
    Node cell =
        robot
            .lookup("#objects .table-cell")
            .lookup(
                (Node it) ->
                    it instanceof TableCell<?, ?> found && pod.name().equals(found.getText()))
            .query();
    TableView<ResourceRow> table = robot.lookup("#objects").query();
    int index = names().indexOf(pod.name());
    Fx.run(
        () -> {
          table.getSelectionModel().select(index);
          cell.fireEvent(clickWithKeyHeld());
        });
  }

  /** The headless platform's robot does not tell with a click which keys are held. */
  private static MouseEvent clickWithKeyHeld() {
    boolean held = true;
    return new MouseEvent(
        MouseEvent.MOUSE_CLICKED,
        1,
        1,
        1,
        1,
        MouseButton.PRIMARY,
        1,
        false,
        held,
        false,
        held,
        false,
        false,
        false,
        false,
        false,
        true,
        null);
  }
}
