package dev.coracle.cluster.local.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.NodeRole;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.UpgradeRequest;
import dev.coracle.cluster.engine.ExecResult;
import dev.coracle.cluster.kube.Manifests;
import dev.coracle.cluster.kube.ObjectRef;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.node.NodeContainer;
import dev.coracle.cluster.progress.ProgressListener;
import dev.coracle.cluster.progress.StepInfo;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HalfUpgradeTest extends UpgradeFixture {

  private void failCommand(String container, String word) {
    bench
        .engine()
        .script()
        .onExec(
            (name, command, _) ->
                name.equals(container) && command.contains(word)
                    ? Optional.of(new ExecResult(1, "", "broken on purpose"))
                    : Optional.empty());
  }

  @Test
  void theFirstNodeThatFailsIsPutBackAndNothingHasChanged() {
    startOneAndOne();
    failCommand("demo-control-plane-1", "apply");

    Problem failed = problem(this::upgrade);

    assertThat(failed.summary()).contains("kubeadm upgrade", "is what it was");
    assertThat(failed.advice()).contains("coracle upgrade demo");
    assertThat(failed.output()).contains("broken on purpose");
    assertThat(imageOf("demo-control-plane-1")).isEqualTo(image(OLD));
    assertThat(file("demo-control-plane-1", "/var/lib/coracle/kubeadm.yaml"))
        .contains(OLD.toString());
    assertThat(imageIn(object(PROXY))).endsWith(":" + OLD);
    assertThat(imageIn(object(DNS))).endsWith(":v1.13.1");
    assertThat(clusters.require(DEMO).status().warnings()).isEmpty();
  }

  /** The control plane is upgraded, the worker was put back. */
  private void failAtTheWorker() {
    startOneAndOne();
    Problem broken = Problem.of(Problem.Code.ENGINE_FAILED, "broken", "mend it.");
    int created = calls("containers.create demo-worker-1").size();
    bench
        .engine()
        .script()
        .beforeCall(
            (verb, object) -> {
              if (verb.equals("containers.start")
                  && object.equals("demo-worker-1")
                  && calls("containers.create demo-worker-1").size() == created + 1) {
                throw new ClusterException(broken);
              }
            });
    Problem failed = problem(this::upgrade);
    bench.engine().script().beforeCall((_, _) -> {});
    assertThat(failed.summary()).contains("1 of 2 nodes are upgraded");
  }

  @Test
  void aLaterNodeThatFailsIsPutBackAndTheNextUpgradeGoesOnThere() {
    failAtTheWorker();
    assertThat(imageOf("demo-control-plane-1")).isEqualTo(image(NEW));
    assertThat(imageOf("demo-worker-1")).isEqualTo(image(OLD));
    assertThat(imageIn(object(PROXY))).endsWith(":" + OLD);
    assertThat(clusters.require(DEMO).status().warnings())
        .anyMatch(warning -> warning.contains("coracle upgrade demo"));

    List<StepInfo> plan = clusters.planUpgrade(DEMO, UpgradeRequest.defaults());
    Cluster upgraded = upgrade();

    assertThat(plan).extracting(StepInfo::id).doesNotContain("swap-control-plane-1");
    assertThat(upgraded.spec().kubernetesVersion()).isEqualTo(NEW);
    assertThat(imageOf("demo-worker-1")).isEqualTo(image(NEW));
    assertThat(upgraded.status().warnings()).isEmpty();
  }

  @Test
  void aNodeThatCannotBePutBackIsNamedAndTheNextUpgradeGoesOnAllTheSame() {
    startOneAndOne();
    Problem broken = Problem.of(Problem.Code.ENGINE_FAILED, "broken", "mend it.");
    bench
        .engine()
        .script()
        .beforeCall(
            (verb, object) -> {
              if (verb.equals("containers.start") && object.equals("demo-worker-1")) {
                throw new ClusterException(broken);
              }
            });

    Problem failed = problem(this::upgrade);
    bench.engine().script().beforeCall((_, _) -> {});

    assertThat(failed.summary()).contains("node worker-1 could not be put back");
    assertThat(upgrade().spec().kubernetesVersion()).isEqualTo(NEW);
    assertThat(imageOf("demo-worker-1")).isEqualTo(image(NEW));
  }

  @Test
  void whileAnUpgradeHasNotEndedOnlyItsGoalCanBeReached() {
    failAtTheWorker();

    assertThat(problem(() -> clusters.addNodes(DEMO, NodeRole.WORKER, 1, ProgressListener.NONE)))
        .extracting(Problem::advice)
        .isEqualTo("Run `coracle upgrade demo` to end it first.");
    assertThat(
            problem(() -> clusters.planUpgrade(DEMO, UpgradeRequest.to(Optional.of(OLD)))).code())
        .isEqualTo(Problem.Code.CANNOT_CHANGE_LIVE);
  }

  @Test
  void aLostNodeOfAHalfUpgradedClusterComesBackAsWhatItWas() {
    failAtTheWorker();
    bench.engine().containers().remove("demo-control-plane-1");
    bench.engine().containers().remove("demo-worker-1");

    clusters.start(DEMO, StartRequest.defaults(), ProgressListener.NONE);

    assertThat(imageOf("demo-control-plane-1")).isEqualTo(image(NEW));
    assertThat(imageOf("demo-worker-1")).isEqualTo(image(OLD));
  }

  @Test
  void aNodeThatWasMadeAnewAndNotStartedGetsItsFilesAndItsProxy() {
    failAtTheWorker();
    makeAnew("worker-1");
    ObjectRef proxy = proxy("worker-1");

    clusters.start(DEMO, StartRequest.defaults(), ProgressListener.NONE);

    assertThat(file("demo-worker-1", "/var/lib/coracle/kubeadm.yaml")).contains(NEW.toString());
    assertThat(imageIn(object(PROXY))).endsWith(":" + NEW);
    assertThat(bench.api().find(proxy)).isEmpty();
  }

  private void makeAnew(String name) {
    Cluster cluster = clusters.require(DEMO);
    NodeIdentity node =
        cluster.status().nodes().stream()
            .filter(it -> it.name().equals(name))
            .map(it -> new NodeIdentity(it.name(), it.number(), it.role(), it.address()))
            .findFirst()
            .orElseThrow();
    bench.engine().containers().remove("demo-" + name);
    bench.engine().containers().create(NodeContainer.of(DEMO, cluster.spec(), node, image(NEW)));
  }

  private ObjectRef proxy(String node) {
    String manifest =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: kube-proxy-x, namespace: kube-system, labels: {k8s-app: kube-proxy}}
        spec:
          nodeName: %s
          containers: [{name: kube-proxy, image: "registry.k8s.io/kube-proxy:%s"}]
        """
            .formatted(node, OLD);
    return ObjectRef.of(bench.api().apply(Manifests.read(manifest).getFirst()));
  }
}
