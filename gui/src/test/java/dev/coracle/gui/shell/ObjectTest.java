package dev.coracle.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.resources.SampleKinds;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person does with one object: reads it, edits it, removes it. */
class ObjectTest extends OpenExplorer {

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
  void aReviewThatWasCancelledDoesNotComeBackWithItsObject() {
    look("deployments", "web");
    robot.clickOn("#object-tab-yaml");
    edit("#object-yaml", "shop/web:1.4", "shop/web:1.5");
    robot.clickOn("#yaml-check");
    shown("#review-lines");
    robot.clickOn("#review-cancel").clickOn("#object-back");
    look("deployments", "web");
    Fx.settle();

    assertThat(robot.lookup("#review-lines").tryQuery()).isEmpty();
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

    until(() -> text("#problem-headline").contains("no YAML"));
    robot.clickOn("#yaml-revert");
    until(() -> count("#problem-headline") == 0);
  }

  @Test
  void whatIsEditedAndNotSavedOutlivesALookElsewhere() {
    look("deployments", "web");
    robot.clickOn("#object-tab-yaml");
    edit("#object-yaml", "shop/web:1.4", "shop/web:1.5");
    robot.clickOn("#tab-settings");
    until(() -> fakes.resources.watchers() == 0);
    robot.clickOn("#tab-explorer");

    assertThat(content("#object-yaml")).contains("shop/web:1.5");
    until(() -> fakes.resources.watchers() > 0);
    robot.clickOn("#yaml-check");
    shown("#review-lines");
    robot.clickOn("#review-save");
    until(() -> robot.lookup("#yaml-check").query().isDisabled());
  }
}
