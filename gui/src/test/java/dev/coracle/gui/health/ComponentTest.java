package dev.coracle.gui.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.resources.KubeObject;
import dev.coracle.cluster.resources.ObjectText;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComponentTest {

  private static KubeObject pod(String name, String container, String status) {
    return ObjectText.read(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: %s, namespace: kube-system}
            spec: {containers: [{name: "%s"}, {name: beside}]}
            status: %s
            """
                .formatted(name, container, status))
        .getFirst();
  }

  private static KubeObject ready(String name, String container) {
    return pod(name, container, "{phase: Running, conditions: [{type: Ready, status: \"True\"}]}");
  }

  @Test
  void podsOfOneNameAreOneComponent() {
    assertThat(
            Component.of(
                List.of(
                    ready("etcd-a", "etcd"), ready("coredns-x", "coredns"), ready("b", "etcd"))))
        .containsExactly(new Component("coredns", 1, 1, ""), new Component("etcd", 2, 2, ""));
  }

  @Test
  void onePodThatIsNotReadySaysWhy() {
    KubeObject waiting =
        pod(
            "etcd-b",
            "etcd",
            """
            {phase: Running, conditions: [{type: Ready, status: "False"}],
             containerStatuses: [{state: {running: {}}}, {state: {waiting: {reason: CrashLoopBackOff}}}]}
            """);
    Component etcd = Component.of(List.of(ready("etcd-a", "etcd"), waiting)).getFirst();

    assertThat(etcd).isEqualTo(new Component("etcd", 1, 2, "CrashLoopBackOff"));
    assertThat(etcd.isReady()).isFalse();
  }

  @Test
  void aPodThatHasNoContainersYetSaysItsPhase() {
    assertThat(Component.of(List.of(pod("x", "coredns", "{phase: Pending}"))))
        .containsExactly(new Component("coredns", 0, 1, "Pending"));
  }

  @Test
  void whatHasDoneItsWorkIsNoComponent() {
    assertThat(Component.of(List.of(pod("job", "job", "{phase: Succeeded}")))).isEmpty();
  }
}
