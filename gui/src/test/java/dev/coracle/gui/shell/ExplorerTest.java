package dev.coracle.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Problem;
import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.SampleKinds;
import java.util.List;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/** What a person does with the tables of a cluster's inside: with mouse and keyboard. */
class ExplorerTest extends OpenExplorer {

  @Test
  void podsComeFirstAndKindsAreDiscovered() {
    assertThat(names()).contains("etcd-control-plane-1", "web-6d4b75cb6d-2xk8p");
    assertThat(text("#explorer-count")).isEqualTo("9 objects");
    assertThat(count("#kind-boats")).isOne();
    robot.clickOn("#kind-services");

    until(() -> names().equals(List.of("admin", "orders-db", "web")));
  }

  @Test
  void theTableFollowsTheCluster() {
    fakes.resources.put(
        "{apiVersion: v1, kind: Pod, metadata: {name: fresh, namespace: shop}, status: {phase:"
            + " Running}}");
    until(() -> names().contains("fresh"));
    fakes.resources.delete(SampleKinds.PODS, new ObjectName("shop", "fresh"));

    until(() -> !names().contains("fresh"));
  }

  @Test
  void searchAndNamespaceNarrowTheTable() {
    robot.clickOn("#explorer-search").write("crash");
    until(() -> names().equals(List.of("orders-0")));
    assertThat(text("#explorer-count")).isEqualTo("1 of 9");
    robot.eraseText(5);
    Fx.run(
        () -> {
          ComboBox<String> namespaces = robot.lookup("#explorer-namespace").queryComboBox();
          namespaces.setValue("kube-system");
        });

    until(() -> names().size() == 4 && names().contains("etcd-control-plane-1"));
  }

  @Test
  void manifestsAreTriedAndApplied() {
    robot.clickOn("#explorer-apply");
    shown("#apply-text");
    String manifest = "{apiVersion: v1, kind: ConfigMap, metadata: {name: made, namespace: shop}}";
    Fx.run(() -> ((TextInputControl) robot.lookup("#apply-text").query()).setText(manifest));
    robot.clickOn("#apply-check");
    until(() -> text("#apply-answer").contains("would accept"));
    assertThat(fakes.resources.calls()).isEmpty();
    robot.clickOn("#apply-agree");

    until(() -> text("#apply-answer").contains("ConfigMap shop/made"));
    assertThat(fakes.resources.calls()).containsExactly("apply ConfigMap shop/made");
  }

  @Test
  void aSilentApiIsSaidAndAskedAgain() {
    fakes.resources.lose(
        Problem.of(Problem.Code.TIMEOUT, "The API server did not answer.", "Look at its log."));
    until(() -> text("#problem-headline").equals("The API server did not answer."));
    fakes.resources.restore();
    robot.clickOn("#explorer-retry");

    until(() -> names().contains("orders-0"));
  }

  @Test
  void whatIsNotSeenIsNotWatched() {
    until(() -> fakes.resources.watchers() == 2);
    robot.clickOn("#tab-settings");
    until(() -> fakes.resources.watchers() == 0);
    robot.clickOn("#tab-explorer");

    until(() -> fakes.resources.watchers() == 2);
  }

  @Test
  void theKeyboardSearchesAndOpens() {
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write("orders");
    until(() -> names().equals(List.of("orders-0")));
    robot.push(KeyCode.TAB);
    Fx.run(
        () -> {
          TableView<?> table = robot.lookup("#objects").query();
          table.requestFocus();
          table.getSelectionModel().select(0);
        });
    robot.push(KeyCode.ENTER);

    until(() -> text("#object-name").equals("orders-0"));
  }

  @Test
  void kindsThatBelongNowhereElseAreListedLast() {
    fakes.resources.put(
        """
        apiVersion: apps/v1
        kind: ControllerRevision
        metadata: {name: web-5f6c, namespace: shop}
        """);
    VBox kinds = (VBox) ((ScrollPane) robot.lookup("#kinds").query()).getContent();
    List<String> texts =
        kinds.getChildren().stream().map(item -> ((Labeled) item).getText()).toList();
    assertThat(texts.subList(texts.indexOf("Other kinds"), texts.size()))
        .containsExactly("Other kinds", "ControllerRevisions");
    Fx.run(() -> ((ButtonBase) robot.lookup("#kind-controllerrevisions").query()).fire());

    until(() -> names().equals(List.of("web-5f6c")));
  }
}
