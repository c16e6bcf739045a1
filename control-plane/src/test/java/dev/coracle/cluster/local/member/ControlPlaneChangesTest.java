package dev.coracle.cluster.local.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpecBuilder;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.Node;
import dev.coracle.cluster.NodeRole;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.kube.ObjectKind;
import dev.coracle.cluster.local.ClusterBench;
import dev.coracle.cluster.local.LocalClusters;
import dev.coracle.cluster.progress.ProgressListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Control planes come to a cluster that serves, and go again. */
class ControlPlaneChangesTest {

  private static final ClusterName DEMO = new ClusterName("demo");
  private static final Problem BROKEN = Problem.of(Problem.Code.ENGINE_FAILED, "broken", "mend it");

  @TempDir Path home;
  private ClusterBench bench;
  private InMemoryEtcd etcd;
  private LocalClusters clusters;

  @BeforeEach
  void startOne() {
    bench = new ClusterBench(home);
    etcd = new InMemoryEtcd(bench.engine(), bench.api());
    bench.engine().script().onExec(etcd);
    IntStream.rangeClosed(4, 7).forEach(i -> bench.register("control-plane-" + i));
    clusters = bench.clusters();
    start(spec -> spec);
    etcd.found("control-plane-1");
  }

  private Cluster start(UnaryOperator<ClusterSpecBuilder> changes) {
    StartRequest request = StartRequest.of(spec -> changes.apply(spec.toBuilder()).build());
    return clusters.start(DEMO, request, ProgressListener.NONE);
  }

  private Cluster apply(UnaryOperator<ClusterSpecBuilder> changes) {
    StartRequest request = StartRequest.of(spec -> changes.apply(spec.toBuilder()).build());
    return clusters.apply(DEMO, request, ProgressListener.NONE);
  }

  private Cluster add(int count) {
    return clusters.addNodes(DEMO, NodeRole.CONTROL_PLANE, count, ProgressListener.NONE);
  }

  private Cluster remove(String... nodes) {
    return clusters.removeNodes(DEMO, List.of(nodes), false, ProgressListener.NONE);
  }

  private static Problem problem(Runnable change) {
    return catchThrowableOfType(ClusterException.class, change::run).problem();
  }

  private String file(String node, String path) {
    String whole = "/var/lib/coracle/" + path;
    return bench.engine().containers().files("demo-" + node).get(whole).text();
  }

  private String controllerPatch(String node) {
    return file(node, "patches/kube-controller-manager0+json.json");
  }

  private static List<String> names(Cluster cluster) {
    return cluster.status().nodes().stream().map(Node::name).toList();
  }

  /** Where the last call that contains all these words is among all calls; -1 for none. */
  private int last(String... words) {
    List<String> calls = bench.engine().script().calls();
    return IntStream.range(0, calls.size())
        .filter(i -> List.of(words).stream().allMatch(calls.get(i)::contains))
        .max()
        .orElse(-1);
  }

  private void assertNothingIsLeftOf(String... nodes) {
    for (String node : nodes) {
      assertThat(bench.engine().containers().find("demo-" + node)).isEmpty();
      assertThat(bench.api().find(ObjectKind.core("Node").named(node))).isEmpty();
    }
    assertThat(bench.engine().volumes().list(Map.of()))
        .noneMatch(volume -> List.of(nodes).stream().anyMatch(volume.name()::endsWith))
        .noneMatch(volume -> volume.name().contains("transition"));
  }

  @Test
  void oneBecomesThree() {
    Cluster three = add(2);

    assertThat(three.spec().controlPlanes()).isEqualTo(3);
    assertThat(three.status().phase()).isEqualTo(Phase.RUNNING);
    assertThat(names(three))
        .containsExactly("control-plane-1", "control-plane-2", "control-plane-3");
    assertThat(etcd.members()).hasSize(3).noneMatch(member -> member.endsWith("learner"));
    assertThat(
            bench
                .api()
                .find(ObjectKind.core("Node").named("control-plane-3"))
                .orElseThrow()
                .at("/spec/podCIDR")
                .asText())
        .isEqualTo("10.244.3.0/24");
    assertNothingIsLeftOf();
  }

  @Test
  void anAddedOneTakesEtcdsDataOverFromThoseThatAreThere() {
    add(2);

    assertThat(file("control-plane-2", "patches/etcd0+json.json"))
        .contains("--initial-cluster-state=existing", "control-plane-2=https")
        .doesNotContain("control-plane-3", "election-timeout");
    assertThat(file("control-plane-3", "patches/etcd0+json.json"))
        .contains("control-plane-1=https", "control-plane-2=https", "control-plane-3=https");
    assertThat(file("control-plane-2", "node.env")).contains("ETCD_SEED=''", "BOOTSTRAP='init'");
    assertThat(file("control-plane-2", "kubernetes/pki/ca.key")).isNotEmpty();
  }

  @Test
  void newOnesAreKeptFreeOfPodsAsTheOthersAre() {
    add(2);

    assertThat(file("control-plane-2", "kubeadm.yaml")).contains("\"taints\" : [ ]");
  }

  @Test
  void theFirstElectsBeforeThereIsASecond() {
    add(2);

    assertThat(controllerPatch("control-plane-1")).doesNotContain("leader-elect");
    assertThat(file("control-plane-1", "patches/etcd0+json.json")).doesNotContain("election");
    assertThat(last("exec demo-control-plane-1", "kubeadm init"))
        .isNotNegative()
        .isLessThan(last("member add"))
        .isLessThan(last("containers.start demo-control-plane-2"));
  }

  @Test
  void whereSeveralElectAlreadyNoneIsRestarted() {
    add(2);
    int before = last("kubeadm init");

    Cluster five = add(2);

    assertThat(five.spec().controlPlanes()).isEqualTo(5);
    assertThat(etcd.members()).hasSize(5);
    assertThat(last("kubeadm init")).isEqualTo(before);
  }

  @Test
  void theEdgeBalancesOverAllAndChecksTheFirstFromThenOn() {
    add(2);

    assertThat(
            bench.engine().containers().files("demo-edge").get("/etc/haproxy/haproxy.cfg").text())
        .contains("server control-plane-3 ");
    assertThat(last("exec demo-edge", "add server api/control-plane-2 ")).isNotNegative();
    assertThat(last("exec demo-edge", "set server api/control-plane-1-checked state ready"))
        .isLessThan(last("exec demo-edge", "set server api/control-plane-1 state maint"));
  }

  @Test
  void threeBecomeOneWhichElectsNobody() {
    add(2);

    Cluster one = remove("control-plane-2", "control-plane-3");

    assertThat(one.spec().controlPlanes()).isEqualTo(1);
    assertThat(etcd.members()).hasSize(1);
    assertNothingIsLeftOf("control-plane-2", "control-plane-3");
    assertThat(controllerPatch("control-plane-1")).contains("--leader-elect=false");
    assertThat(last("containers.remove demo-control-plane-3"))
        .isLessThan(last("exec demo-control-plane-1", "kubeadm init"));
  }

  @Test
  void theOneThatLeadsHandsOverBeforeItGoes() {
    add(2);
    etcd.lead(0);

    Cluster one = remove("control-plane-1", "control-plane-2");

    assertThat(names(one)).containsExactly("control-plane-3");
    assertThat(last("move-leader")).isNotNegative().isLessThan(last("member remove"));
    assertThat(last("exec demo-control-plane-1", "/etc/kubernetes/ended"))
        .isLessThan(last("member remove"));
    assertThat(controllerPatch("control-plane-3")).contains("--leader-elect=false");
  }

  @Test
  void namesDoNotComeBack() {
    add(2);
    remove("control-plane-2", "control-plane-3");

    assertThat(names(add(2)))
        .containsExactly("control-plane-1", "control-plane-4", "control-plane-5");
  }

  @Test
  void evenNumbersAreRefusedWithWhatToDo() {
    Problem two = problem(() -> add(1));
    add(2);
    Problem back = problem(() -> remove("control-plane-2"));
    Problem none = problem(() -> remove("control-plane-1", "control-plane-2", "control-plane-3"));

    assertThat(two.code()).isEqualTo(Problem.Code.CANNOT_CHANGE_LIVE);
    assertThat(two.advice()).contains("--count 2");
    assertThat(back.advice()).contains("coracle node remove control-plane-2 control-plane-3");
    assertThat(none.summary()).contains("needs a control plane");
    assertThat(clusters.require(DEMO).spec().controlPlanes()).isEqualTo(3);
  }

  @Test
  void theLastOneCannotGo() {
    assertThat(problem(() -> remove("control-plane-1")).advice()).contains("coracle delete");
  }

  @Test
  void withoutAMajorityNothingChanges() {
    add(2);
    clusters.stopNode(DEMO, "control-plane-3", Duration.ofSeconds(1), ProgressListener.NONE);

    Problem more = problem(() -> add(2));
    Problem staying = problem(() -> remove("control-plane-1", "control-plane-2"));
    Cluster one = remove("control-plane-2", "control-plane-3");

    assertThat(more.advice()).contains("coracle node start control-plane-3");
    assertThat(staying.summary()).contains("control-plane-3");
    // The one that is down goes first: then two of two answer.
    assertThat(names(one)).containsExactly("control-plane-1");
  }

  @Test
  void aClusterThatIsSetToElectNobodyStaysWithOne() {
    clusters.delete(DEMO, ProgressListener.NONE);
    start(spec -> spec.settings(Map.of("controller-manager.leader-elect", "false")));

    assertThat(problem(() -> add(2)).summary()).contains("controller-manager.leader-elect=false");
  }

  @Test
  void anAdditionThatFailsIsTakenBack() {
    bench.engine().script().failNext("containers.start demo-control-plane-3", BROKEN);

    assertThat(problem(() -> add(2))).isEqualTo(BROKEN);

    assertThat(clusters.require(DEMO).spec().controlPlanes()).isEqualTo(1);
    assertThat(etcd.members()).hasSize(1);
    assertNothingIsLeftOf("control-plane-2", "control-plane-3");
    assertThat(controllerPatch("control-plane-1")).contains("--leader-elect=false");
    assertThat(file("control-plane-1", "node.env")).contains("PEERS=''");
  }

  @Test
  void anAdditionThatWasCutShortIsTakenBackByTheNextCommand() {
    bench.engine().script().failNext("containers.start demo-control-plane-3", BROKEN);
    // What would take it back fails as well, as if the process had been killed.
    bench.engine().script().failNext("containers.remove demo-control-plane-2", BROKEN);
    problem(() -> add(2));

    Cluster again = start(spec -> spec);

    assertThat(names(again)).containsExactly("control-plane-1");
    assertThat(etcd.members()).hasSize(1);
    assertNothingIsLeftOf("control-plane-2", "control-plane-3");
    assertThat(controllerPatch("control-plane-1")).contains("--leader-elect=false");
  }

  @Test
  void aClusterThatWasStoppedMeanwhileRestsUntilItsStart() {
    bench.engine().script().failNext("containers.start demo-control-plane-3", BROKEN);
    bench.engine().script().failNext("containers.remove demo-control-plane-2", BROKEN);
    problem(() -> add(2));
    clusters.stop(DEMO, Duration.ofSeconds(1), ProgressListener.NONE);

    Problem refused = problem(() -> add(2));
    Phase meanwhile = clusters.require(DEMO).status().phase();
    Cluster again = start(spec -> spec);

    assertThat(refused.code()).isEqualTo(Problem.Code.CLUSTER_NOT_RUNNING);
    assertThat(meanwhile).isEqualTo(Phase.STOPPED);
    assertThat(names(again)).containsExactly("control-plane-1");
    assertNothingIsLeftOf("control-plane-2", "control-plane-3");
  }

  @Test
  void aRemovalThatWasCutShortIsFinishedByTheNextCommand() {
    add(2);
    bench.engine().script().failNext("containers.remove demo-control-plane-3", BROKEN);
    problem(() -> remove("control-plane-2", "control-plane-3"));
    assertThat(clusters.require(DEMO).status().warnings())
        .anyMatch(warning -> warning.startsWith("A change of its control planes has not ended"));

    Cluster again = start(spec -> spec);

    assertThat(again.status().warnings()).noneMatch(warning -> warning.contains("not ended"));

    assertThat(again.spec().controlPlanes()).isEqualTo(1);
    assertThat(names(again)).containsExactly("control-plane-1");
    assertThat(etcd.members()).hasSize(1);
    assertNothingIsLeftOf("control-plane-2", "control-plane-3");
    assertThat(controllerPatch("control-plane-1")).contains("--leader-elect=false");
  }

  @Test
  void aFileGrowsAndShrinksThem() {
    Cluster three = apply(spec -> spec.controlPlanes(3).workers(1));
    Cluster one = apply(spec -> spec.controlPlanes(1).workers(0));

    assertThat(names(three)).hasSize(4);
    assertThat(names(one)).containsExactly("control-plane-1");
    assertThat(one.spec().controlPlanes()).isEqualTo(1);
    assertThat(etcd.members()).hasSize(1);
  }

  @Test
  void aStartAloneDoesNotChangeTheirNumber() {
    Problem refused = problem(() -> start(spec -> spec.controlPlanes(3)));

    assertThat(refused.summary()).contains("nodes.controlPlanes.count from 1 to 3");
    assertThat(refused.advice()).contains("coracle node add");
  }
}
