package dev.coracle.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.ResourceRow;
import dev.coracle.cluster.resources.SampleKinds;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person does inside a cluster, over objects in memory: with mouse and keyboard. */
class ExplorerTest extends OpenWindow {

  private static final ObjectName WEB = new ObjectName("shop", "web");

  @BeforeEach
  void open() {
    SampleWorld.fill(fakes.resources);
    fakes.clusters.put("demo", Phase.RUNNING);
    shown("#open-demo");
    robot.clickOn("#open-demo").clickOn("#tab-explorer");
    until(() -> names().contains("orders-0"));
  }

  @AfterEach
  void endsEveryWatch() {
    Fx.run(desktop()::close);
    until(() -> fakes.resources.watchers() == 0);
  }

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
        "{apiVersion: v1, kind: Pod, metadata: {name: fresh, namespace: shop}, status: {phase: Running}}");
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
  void anObjectIsDescribed() {
    look("deployments", "web");

    until(() -> labels().contains("2 of 3 ready"));
    assertThat(labels())
        .contains("RollingUpdate", "shop/web:1.4", "MinimumReplicasAvailable")
        .contains("Scaled up replica set web-6d4b75cb6d to 3");
    robot.clickOn("#object-back");
    shown("#objects");
  }

  @Test
  void aTextThatIsNotSavedStaysWhereverOneGoes() {
    look("deployments", "web");
    robot.clickOn("#object-tab-yaml");
    edit("#object-yaml", "replicas: 3", "replicas: 7");
    robot.clickOn("#object-back");
    look("services", "web");
    robot.clickOn("#nav-clusters").clickOn("#open-demo");
    until(() -> robot.lookup("#cluster-page").tryQuery().isPresent());
    look("deployments", "web");
    robot.clickOn("#object-tab-yaml");

    until(() -> content("#object-yaml").contains("replicas: 7"));
  }

  @Test
  void aDescriptionFollowsItsObject() {
    look("deployments", "web");
    until(() -> labels().contains("2 of 3 ready"));
    fakes.resources.put(
        "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: shop}, status: {readyReplicas: 3}}");
    until(() -> labels().contains("3 of 3 ready"));
    fakes.resources.delete(SampleKinds.DEPLOYMENTS, WEB);

    shown("#object-gone");
  }

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
  void aNodeIsCordonedAndOpenedAgain() {
    look("nodes", "control-plane-1");
    robot.clickOn("#object-cordon");
    until(() -> labels().contains("Cordoned: no new pods come here"));
    until(() -> !robot.lookup("#object-cordon").query().isDisabled());
    robot.clickOn("#object-cordon");

    until(() -> !labels().contains("Cordoned: no new pods come here"));
    assertThat(fakes.resources.calls())
        .containsExactly("cordon control-plane-1 true", "cordon control-plane-1 false");
  }

  @Test
  void deletingAnObjectAsksFirst() {
    look("pods", "orders-0");
    robot.clickOn("#object-delete").clickOn("#confirm-cancel");
    assertThat(fakes.resources.calls()).isEmpty();
    robot.clickOn("#object-delete").clickOn("#confirm-yes");

    shown("#object-gone");
    assertThat(fakes.resources.calls()).containsExactly("delete Pod shop/orders-0");
  }

  @Test
  void editedYamlIsReviewedAndThenSaved() {
    look("deployments", "web");
    robot.clickOn("#object-tab-yaml");
    edit("#object-yaml", "shop/web:1.4", "shop/web:1.5");
    robot.clickOn("#yaml-check");
    shown("#review-lines");
    assertThat(lines("#review-lines")).anyMatch(it -> it.contains("shop/web:1.5"));
    assertThat(fakes.resources.calls()).isEmpty();
    robot.clickOn("#review-save");

    until(() -> fakes.resources.calls().equals(List.of("replace Deployment shop/web")));
    until(() -> robot.lookup("#yaml-check").query().isDisabled());
  }

  @Test
  void textThatIsNoYamlIsRefusedWithItsPlace() {
    look("deployments", "web");
    robot.clickOn("#object-tab-yaml");
    edit("#object-yaml", "kind: Deployment", "kind: [");
    robot.clickOn("#yaml-check");

    until(() -> text("#problem-summary").contains("no YAML"));
    robot.clickOn("#yaml-revert");
    until(() -> count("#problem-summary") == 0);
  }

  @Test
  void whatIsEditedAndNotSavedOutlivesALookElsewhere() {
    look("deployments", "web");
    robot.clickOn("#object-tab-yaml");
    edit("#object-yaml", "shop/web:1.4", "shop/web:1.5");
    robot.clickOn("#tab-overview");
    until(() -> fakes.resources.watchers() == 0);
    robot.clickOn("#tab-explorer");

    assertThat(content("#object-yaml")).contains("shop/web:1.5");
    until(() -> fakes.resources.watchers() > 0);
    robot.clickOn("#yaml-check");
    shown("#review-lines");
    robot.clickOn("#review-save");
    until(() -> robot.lookup("#yaml-check").query().isDisabled());
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
    until(() -> text("#problem-summary").equals("The API server did not answer."));
    fakes.resources.restore();
    robot.clickOn("#explorer-retry");

    until(() -> names().contains("orders-0"));
  }

  @Test
  void whatIsNotSeenIsNotWatched() {
    until(() -> fakes.resources.watchers() == 2);
    robot.clickOn("#tab-overview");
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

  private void look(String kind, String name) {
    robot.clickOn("#kind-" + kind);
    until(() -> names().contains(name));
    Fx.settle();
    robot.clickOn(
        robot
            .lookup("#objects .table-cell")
            .lookup(
                (Node cell) ->
                    cell instanceof javafx.scene.control.TableCell<?, ?> it
                        && name.equals(it.getText()))
            .<Node>query());
    until(() -> text("#object-name").equals(name));
  }

  private void edit(String id, String from, String to) {
    until(() -> content(id).contains(from));
    Fx.run(
        () -> {
          TextInputControl area = robot.lookup(id).query();
          area.setText(area.getText().replace(from, to));
        });
  }

  private String content(String id) {
    return Fx.call(() -> ((TextInputControl) robot.lookup(id).query()).getText());
  }

  private List<String> names() {
    @Nullable TableView<ResourceRow> table =
        robot.lookup("#objects").<TableView<ResourceRow>>tryQuery().orElse(null);
    return table == null
        ? List.of()
        : Fx.call(() -> table.getItems().stream().map(row -> row.id().name()).toList());
  }

  private List<String> lines(String query) {
    ListView<Object> list = robot.lookup(query).query();
    return Fx.call(() -> list.getItems().stream().map(String::valueOf).toList());
  }

  private List<String> labels() {
    return Fx.call(
        () ->
            robot.lookup("#object-page .label").queryAll().stream()
                .map(node -> ((Label) node).getText())
                .toList());
  }
}
