package dev.coracle.cluster.local.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.UpgradeRequest;
import dev.coracle.cluster.progress.ProgressListener;
import dev.coracle.cluster.progress.StepInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpgradesTest extends UpgradeFixture {

  @Test
  void everyPartIsMadeAnewFromTheNewImage() {
    startOneAndOne();

    Cluster upgraded = upgrade();

    assertThat(upgraded.spec().kubernetesVersion()).isEqualTo(NEW);
    assertThat(upgraded.status().warnings()).isEmpty();
    assertThat(List.of("demo-control-plane-1", "demo-worker-1", "demo-edge"))
        .allSatisfy(container -> assertThat(imageOf(container)).isEqualTo(image(NEW)));
    assertThat(file("demo-control-plane-1", "/var/lib/coracle/kubeadm.yaml"))
        .contains(NEW.toString())
        .doesNotContain(OLD.toString());
    assertThat(imageIn(object(DNS))).endsWith(":v1.14.2");
    assertThat(imageIn(object(PROXY))).endsWith(":" + NEW);
    assertThat(object(PROXY).at("/spec/updateStrategy/type").asText()).isEqualTo("RollingUpdate");
  }

  @Test
  void controlPlanesComeFirstAndKubeadmRunsInTheNewVersion() {
    start(spec -> spec.controlPlanes(3).workers(1));
    int before = calls("containers.").size();

    upgrade();

    List<String> calls = calls("containers.").subList(before, calls("containers.").size());
    assertThat(calls.stream().filter(call -> call.startsWith("containers.start")))
        .containsExactly(
            "containers.start demo-control-plane-1",
            "containers.start demo-control-plane-2",
            "containers.start demo-control-plane-3",
            "containers.start demo-worker-1",
            "containers.start demo-edge");
    assertThat(calls.stream().filter(call -> call.contains("--skip-phases")))
        .satisfiesExactly(
            call -> assertThat(call).contains("control-plane-1", "apply", "v1.36.3", "--patches"),
            call -> assertThat(call).contains("control-plane-2", "node", "--patches"),
            call -> assertThat(call).contains("control-plane-3", "node", "--patches"),
            call -> assertThat(call).contains("worker-1", "node").doesNotContain("--patches"));
  }

  @Test
  void aNodeForgetsItsConfigurationBeforeItStopsAndGetsFilesBeforeItStarts() {
    start(spec -> spec);
    int before = calls("containers.").size();

    upgrade();

    List<String> verbs =
        calls("containers.").stream()
            .skip(before)
            .filter(call -> call.contains("demo-control-plane-1"))
            .filter(call -> !call.contains("exec") || call.contains("configured"))
            .map(call -> call.replaceAll("^containers.(\\w+) .*", "$1"))
            .filter(
                verb ->
                    List.of("exec", "stop", "remove", "create", "copyIn", "start").contains(verb))
            .distinct()
            .toList();
    assertThat(verbs).containsExactly("exec", "stop", "remove", "create", "copyIn", "start");
  }

  @Test
  void nothingIsDoneWhereNothingIsToBeDone() {
    startOneAndOne();
    upgrade();
    int before = bench.engine().script().calls().size();

    List<StepInfo> plan = clusters.planUpgrade(DEMO, UpgradeRequest.defaults());
    upgrade();

    assertThat(plan).isEmpty();
    assertThat(bench.engine().script().calls().stream().skip(before))
        .noneMatch(call -> call.matches("containers\\.(start|stop|create|remove) demo.*"));
  }

  @Test
  void aPlanChangesNothingAndNamesEveryNode() {
    startOneAndOne();

    List<StepInfo> plan = clusters.planUpgrade(DEMO, UpgradeRequest.defaults());

    assertThat(plan.stream().map(StepInfo::id))
        .containsSubsequence("swap-control-plane-1", "kubeadm-control-plane-1", "swap-worker-1");
    assertThat(clusters.require(DEMO).spec().kubernetesVersion()).isEqualTo(OLD);
    assertThat(imageOf("demo-worker-1")).isEqualTo(image(OLD));
  }

  @Test
  void anUnknownVersionListsThoseKnown() {
    startOneAndOne();
    var request = UpgradeRequest.to(Optional.of(KubernetesVersion.parse("v1.36.99")));

    Problem unknown = problem(() -> clusters.planUpgrade(DEMO, request));

    assertThat(unknown.code()).isEqualTo(Problem.Code.UNKNOWN_KUBERNETES_VERSION);
    assertThat(unknown.advice()).contains("v1.36.3, v1.35.4");
  }

  @Test
  void aDowngradeChangesNothing() {
    clusters.start(DEMO, StartRequest.defaults(), ProgressListener.NONE);

    Problem refused =
        problem(
            () ->
                clusters.upgrade(DEMO, UpgradeRequest.to(Optional.of(OLD)), ProgressListener.NONE));

    assertThat(refused.code()).isEqualTo(Problem.Code.CANNOT_CHANGE_LIVE);
    assertThat(imageOf("demo-control-plane-1")).isEqualTo(image(NEW));
  }

  @Test
  void aStoppedClusterIsStartedForIt() {
    startOneAndOne();
    clusters.stop(DEMO, Duration.ofSeconds(10), ProgressListener.NONE);

    assertThat(clusters.planUpgrade(DEMO, UpgradeRequest.defaults()))
        .extracting(StepInfo::id)
        .contains("start-worker-1", "swap-worker-1");
    assertThat(upgrade().spec().kubernetesVersion()).isEqualTo(NEW);
  }

  @Test
  void anotherImageOfTheSameVersionNeedsNoKubeadm() {
    clusters.start(DEMO, StartRequest.defaults(), ProgressListener.NONE);
    String newer = "coracle/node:v1.36.3-newer";
    bench.engine().images().put(newer, Map.of("dev.coracle.node.kubernetes", NEW.toString()));
    UpgradeRequest request =
        new UpgradeRequest(
            Optional.empty(),
            Optional.of(newer),
            false,
            UpgradeRequest.DEFAULT_DRAIN,
            UpgradeRequest.DEFAULT_GRACE,
            StartRequest.DEFAULT_TIMEOUT);

    clusters.upgrade(DEMO, request, ProgressListener.NONE);

    assertThat(imageOf("demo-control-plane-1")).isEqualTo(newer);
    assertThat(imageOf("demo-edge")).isEqualTo(newer);
    assertThat(calls("containers.exec")).noneMatch(call -> call.contains("--skip-phases"));
    assertThat(calls("containers.exec")).noneMatch(call -> call.contains("configured"));
  }

  @Test
  void applyUpgradesToo() {
    startOneAndOne();

    Cluster applied =
        clusters.apply(
            DEMO,
            StartRequest.of(spec -> spec.toBuilder().kubernetesVersion(NEW).workers(2).build()),
            ProgressListener.NONE);

    assertThat(applied.spec().kubernetesVersion()).isEqualTo(NEW);
    assertThat(applied.spec().workers()).isEqualTo(2);
    assertThat(imageOf("demo-worker-2")).isEqualTo(image(NEW));
  }

  @Test
  void aStartWithAnotherVersionNamesTheCommand() {
    startOneAndOne();

    Problem refused =
        problem(
            () ->
                clusters.start(
                    DEMO,
                    StartRequest.of(spec -> spec.toBuilder().kubernetesVersion(NEW).build()),
                    ProgressListener.NONE));

    assertThat(refused.code()).isEqualTo(Problem.Code.CANNOT_CHANGE_LIVE);
    assertThat(refused.advice()).contains("coracle upgrade");
  }
}
