package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A cluster stops by itself, with no process of Coracle alive, and comes back with its data. */
@TestMethodOrder(OrderAnnotation.class)
class ScheduledStopE2E {

  @RegisterExtension static final TestCluster cluster = new TestCluster("e2e-later");

  private static String processes() {
    return Docker.run("exec", cluster.node(), "ps", "-eo", "comm").ok().out();
  }

  private static void requireResting() {
    Eventually.passes(
        "the node rests",
        () ->
            assertThat(cluster.cli().run("status", cluster.name()).out())
                .contains("host: Stopped"));
  }

  @Test
  @Order(1)
  void whatIsCancelledDoesNotHappen() {
    cluster.cli().ok("stop", cluster.name(), "--schedule", "1h");
    Result announced = cluster.cli().ok("status", cluster.name());
    cluster.cli().ok("stop", cluster.name(), "--cancel-scheduled");
    Result after = cluster.cli().ok("status", cluster.name());

    assertThat(announced.err()).contains("It stops by itself in 1h");
    assertThat(after.err()).doesNotContain("stops by itself");
  }

  @Test
  @Order(2)
  void everythingInsideEndsAtTheTime() {
    cluster.kubectl().ok("create", "configmap", "kept", "--from-literal=a=b");

    cluster.cli().ok("stop", cluster.name(), "--schedule", "3s");

    Eventually.passes(
        "nothing but the supervisor is left",
        () ->
            assertThat(processes())
                .doesNotContain("kubelet", "kube-apiserver", "etcd", "containerd"));
    requireResting();
    assertThat(cluster.cli().run("list").out()).containsPattern("e2e-later +Stopped");
  }

  /** As an engine does it that starts again: the container's policy says so. */
  @Test
  @Order(3)
  void itStaysStoppedWhenTheEngineStartsItsContainers() {
    Docker.run("restart", cluster.node()).ok();

    requireResting();
    assertThat(processes()).doesNotContain("kubelet", "containerd");
  }

  @Test
  @Order(4)
  void theNextStartBringsItBack() {
    cluster.cli().ok("start", cluster.name());

    assertThat(cluster.kubectl().text("get", "configmap", "kept", "-o", "jsonpath={.data.a}"))
        .isEqualTo("b");
    assertThat(cluster.cli().ok("status", cluster.name()).err()).doesNotContain("stops by itself");
  }
}
