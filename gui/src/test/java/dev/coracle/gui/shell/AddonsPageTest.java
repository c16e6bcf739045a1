package dev.coracle.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterStatus.Phase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person sees of a cluster's add-ons. */
class AddonsPageTest extends OpenWindow {

  @BeforeEach
  void open() {
    SampleWorld.fill(fakes.resources);
    SampleWorld.addons(fakes.resources);
    fakes.clusters.put("demo", Phase.RUNNING);
    shown("#open-demo");
    robot.clickOn("#open-demo").clickOn("#tab-addons");
    until(() -> text("#addon-state-coredns").equals("Ready, 1 of 1"));
  }

  @Test
  void eachTellsItsVersionAndHowItIs() {
    assertThat(text("#addon-version-coredns")).isEqualTo("v1.14.2");
    assertThat(text("#addon-state-kube-proxy")).isEqualTo("Ready, 5 of 5");
    assertThat(text("#addon-state-metrics-server")).isEqualTo("Not ready, 0 of 1");
    assertThat(text("#addon-state-local-path-provisioner")).isEqualTo("Not in this cluster");
  }

  @Test
  void oneThatBecomesReadyIsSeen() {
    fakes.resources.put(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: metrics-server, namespace: kube-system}
        spec: {replicas: 1, template: {spec: {containers: [{name: main, image: "ms:v0.9.1"}]}}}
        status: {readyReplicas: 1}
        """);

    until(() -> text("#addon-state-metrics-server").equals("Ready, 1 of 1"));
    assertThat(text("#addon-version-metrics-server")).isEqualTo("v0.9.1");
  }

  @Test
  void itsWorkloadIsOneClickAway() {
    robot.clickOn("#addon-open-kube-proxy");

    until(() -> text("#object-name").equals("kube-proxy"));
  }
}
