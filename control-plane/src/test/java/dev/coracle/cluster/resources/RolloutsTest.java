package dev.coracle.cluster.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coracle.cluster.ClusterException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RolloutsTest {

  private static final ObjectName WEB = new ObjectName("shop", "web");

  private final InMemoryClusterResources resources = new InMemoryClusterResources();

  @Test
  void aDeploymentsHistoryIsItsReplicaSets() {
    deployment();

    List<Revision> history = new Rollouts(resources, SampleKinds.DEPLOYMENTS).history(WEB);

    assertThat(history).extracting(Revision::number).containsExactly(10L, 9L);
    assertThat(history)
        .extracting(Revision::images)
        .containsExactly(List.of("shop/web:2"), List.of("shop/web:1"));
    assertThat(history).extracting(Revision::current).containsExactly(true, false);
    assertThat(history.getLast().cause()).isEqualTo("first release");
  }

  @Test
  void undoingUsesTheEarlierTemplateAgain() {
    deployment();

    new Rollouts(resources, SampleKinds.DEPLOYMENTS).undo(WEB, 9);

    KubeObject web = resources.find(SampleKinds.DEPLOYMENTS, WEB).orElseThrow();
    KubeValue template = web.at("spec", "template");
    assertThat(template.at("spec", "containers").items().getFirst().at("image").text())
        .isEqualTo("shop/web:1");
    assertThat(template.at("metadata", "labels").fields()).containsOnlyKeys("app");
    assertThat(web.at("spec", "replicas").number()).isEqualTo(3);
  }

  @Test
  void aRevisionThatIsGoneIsNamed() {
    deployment();

    assertThatExceptionOfType(ClusterException.class)
        .isThrownBy(() -> new Rollouts(resources, SampleKinds.DEPLOYMENTS).undo(WEB, 3))
        .withMessageContaining("revision 3");
  }

  @Test
  void aStatefulSetsHistoryIsItsControllerRevisions() {
    resources.put(
        """
        {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: web, namespace: shop, uid: u2},
         spec: {template: {spec: {containers: [{name: web, image: "shop/web:2"}]}}}}
        ---
        {apiVersion: apps/v1, kind: ControllerRevision, revision: 1,
         metadata: {name: web-1, namespace: shop, ownerReferences: [{uid: u2}]},
         data: {spec: {template: {$patch: replace, spec: {containers: [{name: web, image: "shop/web:1"}]}}}}}
        """);
    Rollouts rollouts = new Rollouts(resources, SampleKinds.STATEFUL_SETS);

    assertThat(rollouts.history(WEB)).extracting(Revision::number).containsExactly(1L);
    rollouts.undo(WEB, 1);

    KubeValue template =
        resources.find(SampleKinds.STATEFUL_SETS, WEB).orElseThrow().at("spec", "template");
    assertThat(template.fields()).containsOnlyKeys("spec");
    assertThat(template.at("spec", "containers").items().getFirst().at("image").text())
        .isEqualTo("shop/web:1");
  }

  private void deployment() {
    resources.put(
        """
        {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: shop, uid: u1},
         spec: {replicas: 3, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: "shop/web:2"}]}}}}
        """);
    replicaSet("web-a", "u1", 9, "shop/web:1", "first release");
    replicaSet("web-b", "u1", 10, "shop/web:2", "");
    replicaSet("other", "u9", 4, "shop/other:1", "");
  }

  private void replicaSet(String name, String owner, int revision, String image, String cause) {
    resources.put(
        """
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata:
          name: %s
          namespace: shop
          annotations: {deployment.kubernetes.io/revision: "%d", kubernetes.io/change-cause: "%s"}
          ownerReferences: [{uid: %s}]
        spec:
          template:
            metadata: {labels: {app: web, pod-template-hash: abc}}
            spec: {containers: [{name: web, image: "%s"}]}
        """
            .formatted(name, revision, cause, owner, image));
  }
}
