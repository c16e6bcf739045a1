package dev.coracle.cluster.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpecBuilder;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.NodeRole;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.UpgradeRequest;
import dev.coracle.cluster.engine.ExecResult;
import dev.coracle.cluster.kube.Manifests;
import dev.coracle.cluster.kube.ObjectKind;
import dev.coracle.cluster.kube.ObjectRef;
import dev.coracle.cluster.kube.PatchType;
import dev.coracle.cluster.layout.NodeIdentity;
import dev.coracle.cluster.node.NodeContainer;
import dev.coracle.cluster.progress.ProgressEvent;
import dev.coracle.cluster.progress.ProgressListener;
import dev.coracle.cluster.progress.StepInfo;
import dev.coracle.image.NodeImageCatalog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpgradesTest {

  private static final ClusterName DEMO = new ClusterName("demo");
  private static final KubernetesVersion OLD = KubernetesVersion.parse("v1.35.4");
  private static final KubernetesVersion NEW = KubernetesVersion.parse("v1.36.3");
  private static final ObjectKind NODE = ObjectKind.core("Node");
  private static final ObjectRef DNS =
      new ObjectKind("apps/v1", "Deployment").named("kube-system", "coredns");
  private static final ObjectRef PROXY =
      new ObjectKind("apps/v1", "DaemonSet").named("kube-system", "kube-proxy");

  @TempDir Path home;
  private ClusterBench bench;
  private LocalClusters clusters;

  @BeforeEach
  void makeBench() {
    bench = new ClusterBench(home);
    bench
        .engine()
        .images()
        .put(
            image(OLD),
            Map.of(
                "dev.coracle.node.contract", "1", "dev.coracle.node.kubernetes", OLD.toString()));
    clusters = bench.clusters();
  }

  private static String image(KubernetesVersion version) {
    return NodeImageCatalog.builtIn().require(version.toString()).reference();
  }

  private void start(UnaryOperator<ClusterSpecBuilder> how) {
    clusters.start(
        DEMO,
        StartRequest.of(spec -> how.apply(spec.toBuilder().kubernetesVersion(OLD)).build()),
        ProgressListener.NONE);
  }

  private void startOneAndOne() {
    start(spec -> spec.workers(1));
  }

  private Cluster upgrade() {
    return clusters.upgrade(DEMO, UpgradeRequest.defaults(), ProgressListener.NONE);
  }

  private static Problem problem(Runnable change) {
    return catchThrowableOfType(ClusterException.class, change::run).problem();
  }

  private String imageOf(String container) {
    return bench.engine().containers().find(container).orElseThrow().image();
  }

  private String file(String container, String path) {
    return bench.engine().containers().files(container).get(path).text();
  }

  private JsonNode object(ObjectRef ref) {
    return bench.api().find(ref).orElseThrow();
  }

  private static String imageIn(JsonNode workload) {
    return workload.at("/spec/template/spec/containers/0/image").asText();
  }

  /** The calls to containers that matter for the order, without their details. */
  private List<String> calls(String beginning) {
    return bench.engine().script().calls().stream()
        .filter(call -> call.startsWith(beginning))
        .toList();
  }

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

  @Test
  void whereAnotherNodeTakesPodsTheyMoveFirstAndMayComeBack() {
    start(spec -> spec.workers(2));
    ObjectRef pod = pod("web", "worker-1");

    upgrade();

    assertThat(bench.api().find(pod)).isEmpty();
    assertThat(object(NODE.named("worker-1")).at("/spec/unschedulable").asBoolean()).isFalse();
    assertThat(object(NODE.named("worker-1")).at("/metadata/annotations").toString())
        .doesNotContain("cordoned");
  }

  private ObjectRef pod(String name, String node) {
    String manifest =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: %s, namespace: default}
        spec: {nodeName: %s}
        """
            .formatted(name, node);
    return ObjectRef.of(bench.api().apply(Manifests.read(manifest).getFirst()));
  }

  @Test
  void theOnlyNodeIsNotDrainedAndItIsSaid() {
    start(spec -> spec);
    for (String other : List.of("control-plane-2", "control-plane-3", "worker-1", "worker-2")) {
      bench.api().delete(NODE.named(other));
    }
    bench.api().delete(NODE.named("worker-3"));
    ObjectRef pod = pod("web", "control-plane-1");
    List<ProgressEvent> events = new ArrayList<>();

    clusters.upgrade(DEMO, UpgradeRequest.defaults(), events::add);

    assertThat(bench.api().find(pod)).isPresent();
    assertThat(events)
        .anyMatch(
            event ->
                event instanceof ProgressEvent.Skipped skipped && skipped.why().contains("pause"));
  }

  @Test
  void aNodeThatItsUserCordonedStaysSo() {
    start(spec -> spec.workers(2));
    var cordon = JsonNodeFactory.instance.objectNode();
    cordon.putObject("spec").put("unschedulable", true);
    bench.api().patch(NODE.named("worker-1"), PatchType.MERGE, cordon);

    upgrade();

    assertThat(object(NODE.named("worker-1")).at("/spec/unschedulable").asBoolean()).isTrue();
  }

  @Test
  void aPodThatMayNotLeaveFailsTheUpgradeWithTheWaysOut() {
    start(spec -> spec.workers(2));
    bench.api().protect(pod("web", "worker-1"), "its budget forbids it");
    UpgradeRequest hasty =
        new UpgradeRequest(
            Optional.empty(),
            Optional.empty(),
            false,
            Duration.ofMillis(10),
            Duration.ofSeconds(1),
            Duration.ofMinutes(1));

    Problem failed = problem(() -> clusters.upgrade(DEMO, hasty, ProgressListener.NONE));

    assertThat(failed.code()).isEqualTo(Problem.Code.POD_PROTECTED);
    assertThat(failed.advice()).contains("--drain-timeout", "--force");
    assertThat(object(NODE.named("worker-1")).at("/spec/unschedulable").asBoolean()).isFalse();
    assertThat(imageOf("demo-worker-1")).isEqualTo(image(OLD));
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
  void whatTheUserChangedOfAddOnsStays() {
    start(spec -> spec);
    ObjectRef config = ObjectKind.core("ConfigMap").named("kube-system", "coredns");
    bench
        .api()
        .apply(
            Manifests.read(
                    """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata:
                      name: coredns
                      namespace: kube-system
                      managedFields:
                      - {manager: kubectl-edit, fieldsV1: {"f:data": {}}}
                    data: {Corefile: mine}
                    """)
                .getFirst());
    var replicas = JsonNodeFactory.instance.objectNode();
    replicas.putObject("spec").put("replicas", 2);
    bench.api().patch(DNS, PatchType.MERGE, replicas);

    upgrade();

    assertThat(object(config).at("/data/Corefile").asText()).isEqualTo("mine");
    assertThat(object(DNS).at("/spec/replicas").asInt()).isEqualTo(2);
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
