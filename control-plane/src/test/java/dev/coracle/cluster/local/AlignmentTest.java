package dev.coracle.cluster.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.CaBundle;
import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterSpecBuilder;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.HostMount;
import dev.coracle.cluster.Node;
import dev.coracle.cluster.NodeEnvironment;
import dev.coracle.cluster.NodeOptions;
import dev.coracle.cluster.NodePool;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.ProxySettings;
import dev.coracle.cluster.RegistrySettings;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.Taint;
import dev.coracle.cluster.engine.ContainerSpec;
import dev.coracle.cluster.kube.Manifests;
import dev.coracle.cluster.kube.ObjectKind;
import dev.coracle.cluster.layout.Subnet;
import dev.coracle.cluster.progress.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster is made to match a spec, whatever that needs. */
class AlignmentTest {

  private static final ClusterName DEMO = new ClusterName("demo");
  private static final NodeOptions FRONT =
      NodeOptions.NONE.withLabel("tier", "front").withTaint(Taint.parse("front:NoSchedule"));
  private static final String NODE = "demo-control-plane-1";
  private static final String PROXIES = "/var/lib/coracle/proxy.env";
  private static final String USERS = "/var/lib/coracle/ca/user.crt";
  private static final String HOSTS = "/etc/containerd/certs.d/docker.io/hosts.toml";

  @TempDir Path home;
  private ClusterBench bench;
  private LocalClusters clusters;

  @BeforeEach
  void makeBench() {
    bench = new ClusterBench(home);
    clusters = bench.clusters();
  }

  private Cluster apply(UnaryOperator<ClusterSpecBuilder> changes) {
    StartRequest request = StartRequest.of(spec -> changes.apply(spec.toBuilder()).build());
    return clusters.apply(DEMO, request, ProgressListener.NONE);
  }

  private static Problem problem(Runnable change) {
    return catchThrowableOfType(ClusterException.class, change::run).problem();
  }

  private JsonNode node(String name) {
    return bench.api().find(ObjectKind.core("Node").named(name)).orElseThrow();
  }

  @Test
  void whatIsNotThereIsMadeWithItsPoolsMarks() {
    Cluster made = apply(spec -> spec.workers(1).pool(new NodePool("front", 1, FRONT)));

    assertThat(made.status().nodes())
        .extracting(Node::name)
        .containsExactly("control-plane-1", "worker-1", "worker-2");
    assertThat(node("worker-2").at("/metadata/labels/tier").asText()).isEqualTo("front");
    assertThat(node("worker-2").at("/metadata/labels/coracle.dev~1pool").asText())
        .isEqualTo("front");
    assertThat(node("worker-2").at("/spec/taints/0/key").asText()).isEqualTo("front");
    assertThat(node("worker-1").at("/metadata/labels").has("tier")).isFalse();
    assertThat(file("demo-worker-2", "/var/lib/coracle/kubelet/config.yaml"))
        .contains("registerWithTaints");
  }

  private String file(String container, String path) {
    return bench.engine().containers().files(container).get(path).text();
  }

  @Test
  void poolsGrowShrinkComeAndGo() {
    apply(spec -> spec.workers(1).pool(new NodePool("front", 1, FRONT)));

    Cluster after =
        apply(spec -> spec.pools(List.of(NodePool.of(0), new NodePool("back", 1, FRONT))));

    assertThat(after.status().nodes())
        .extracting(Node::name)
        .containsExactly("control-plane-1", "worker-3");
    assertThat(after.spec().pools()).containsExactly(new NodePool("back", 1, FRONT));
  }

  @Test
  void marksChangeAndThoseOfOthersStay() {
    apply(spec -> spec.pool(new NodePool("front", 1, FRONT)));
    bench
        .api()
        .apply(
            Manifests.read(
                    """
                    apiVersion: v1
                    kind: Node
                    metadata: {name: worker-1, labels: {mine: kept}}
                    spec: {taints: [{key: front, effect: NoSchedule}, {key: mine, effect: NoExecute}]}
                    """)
                .getFirst());

    NodeOptions back =
        NodeOptions.NONE.withLabel("zone", "b").withTaint(Taint.parse("back=1:NoExecute"));
    apply(spec -> spec.pool(new NodePool("front", 1, back)));

    assertThat(node("worker-1").at("/metadata/labels/mine").asText()).isEqualTo("kept");
    assertThat(node("worker-1").at("/metadata/labels/zone").asText()).isEqualTo("b");
    assertThat(node("worker-1").at("/metadata/labels").has("tier")).isFalse();
    assertThat(node("worker-1").at("/spec/taints").findValuesAsText("key"))
        .containsExactly("mine", "back");
  }

  @Test
  void limitsOfOnePoolChangeItsNodesAlone() {
    apply(spec -> spec.workers(1).pool(new NodePool("front", 1, FRONT)));

    apply(spec -> spec.pool(new NodePool("front", 1, FRONT.withMemory(Bytes.parse("3g")))));

    assertThat(bench.engine().containers().limits("demo-worker-2").memory())
        .contains(Bytes.parse("3g"));
    assertThat(bench.engine().containers().limits("demo-worker-1").memory()).isEmpty();
  }

  @Test
  void portsComeAndGoAndAnyPortIsTheOneThatIsThere() {
    apply(spec -> spec);
    Cluster two =
        apply(
            spec ->
                spec.ports(List.of(PortMapping.parse("8080:30080"), PortMapping.parse("0:30081"))));
    int chosen = two.spec().ports().getLast().hostPort();

    Cluster one = apply(spec -> spec.ports(List.of(PortMapping.parse("0:30081"))));

    assertThat(chosen).isPositive();
    assertThat(one.spec().ports()).extracting(PortMapping::hostPort).containsExactly(chosen);
  }

  @Test
  void registriesAreFilesThatChangeLive() {
    RegistrySettings mirror = RegistrySettings.NONE.withMirror("docker.io", "http://m:5000");
    apply(spec -> spec.environment(NodeEnvironment.NONE.with(mirror)).workers(1));
    String before = file("demo-worker-1", HOSTS);

    apply(
        spec ->
            spec.environment(
                NodeEnvironment.NONE.with(RegistrySettings.NONE.withInsecure("local:5000"))));

    assertThat(before).contains("[host.\"http://m:5000\"]");
    assertThat(file("demo-worker-1", HOSTS)).isEmpty();
    assertThat(file("demo-worker-1", "/etc/containerd/certs.d/local:5000/hosts.toml"))
        .contains("skip_verify = true", "[host.\"http://local:5000\"]");
  }

  @Test
  void aMountIsForNewNodesAlone() {
    HostMount mount = HostMount.parse(home + ":/data", Path.of("/"));
    apply(spec -> spec.workers(1));

    Problem refused =
        problem(() -> apply(spec -> spec.environment(NodeEnvironment.NONE.with(List.of(mount)))));
    apply(spec -> spec.pool(new NodePool("data", 1, NodeOptions.NONE.withMount(mount))));

    assertThat(refused.code()).isEqualTo(Problem.Code.CANNOT_CHANGE_LIVE);
    assertThat(refused.summary()).contains("nodes.mounts");
    assertThat(bench.engine().containers().spec("demo-worker-2").volumes())
        .contains(new ContainerSpec.Mount(home.toString(), "/data", false));
  }

  @Test
  void aMountOfWhatIsNotThereIsRefusedBeforeAnythingIsMade() {
    HostMount lost = new HostMount(home.resolve("lost").toString(), "/data", false);

    Problem refused =
        problem(() -> apply(spec -> spec.environment(NodeEnvironment.NONE.with(List.of(lost)))));

    assertThat(refused.summary()).contains("lost");
    assertThat(clusters.find(DEMO)).isEmpty();
  }

  @Test
  void soIsAMountOfANewPool() {
    apply(spec -> spec);
    HostMount lost = new HostMount(home.resolve("lost").toString(), "/data", false);
    NodePool pool = new NodePool("data", 1, NodeOptions.NONE.withMount(lost));

    Problem refused = problem(() -> apply(spec -> spec.pool(pool).memory(Bytes.parse("2g"))));

    assertThat(refused.summary()).contains("lost");
    assertThat(clusters.require(DEMO).spec().memory()).isEmpty();
  }

  @Test
  void proxiesReachNodesWithTheClustersOwnAddressesLeftOut() {
    ProxySettings proxy = new ProxySettings("http://p:3128", "http://p:3128", "corp.example");
    Cluster made = apply(spec -> spec.environment(NodeEnvironment.NONE.with(proxy)));
    // Which network is free depends on the machine.
    String network = Subnet.around(made.status().nodes().getFirst().address()).cidr();

    assertThat(bench.engine().containers().spec("demo-control-plane-1").environment())
        .containsEntry("HTTPS_PROXY", "http://p:3128")
        .containsEntry("http_proxy", "http://p:3128")
        .hasEntrySatisfying(
            "NO_PROXY",
            none ->
                assertThat(none.split(","))
                    .contains("corp.example", "10.96.0.0/12", "10.244.0.0/16", network, ".svc"));
  }

  @Test
  void theWayOutsideAndWhomToTrustChangeLive() throws IOException {
    ProxySettings proxy = ProxySettings.of("http://p:3128", "");
    apply(spec -> spec.environment(NodeEnvironment.NONE.with(proxy)).workers(1));
    Path pem =
        Files.writeString(
            home.resolve("ca.pem"), file(NODE, "/var/lib/coracle/kubernetes/pki/ca.crt"));
    Optional<CaBundle> bundle = Optional.of(CaBundle.of(pem));
    String before = file("demo-worker-1", PROXIES);

    apply(spec -> spec.environment(NodeEnvironment.NONE.with(bundle)));
    String trusted = file("demo-worker-1", USERS);
    String after = file("demo-worker-1", PROXIES);
    apply(spec -> spec.environment(NodeEnvironment.NONE));

    assertThat(before).contains("export https_proxy='http://p:3128'");
    assertThat(after).startsWith("unset HTTP_PROXY").doesNotContain("export");
    assertThat(trusted).isEqualTo(Files.readString(pem));
    assertThat(file("demo-worker-1", USERS)).isEmpty();
    assertThat(bench.engine().script().calls())
        .filteredOn(call -> call.contains("coracle-node apply-surroundings"))
        .hasSize(4);
  }

  @Test
  void aNodeThatLostItsContainerTrustsTheNewAuthoritiesToo() throws IOException {
    apply(spec -> spec);
    Path pem =
        Files.writeString(
            home.resolve("ca.pem"), file(NODE, "/var/lib/coracle/kubernetes/pki/ca.crt"));
    clusters.stop(DEMO, Duration.ofSeconds(1), ProgressListener.NONE);
    bench.engine().containers().remove(NODE);

    apply(spec -> spec.environment(NodeEnvironment.NONE.with(Optional.of(CaBundle.of(pem)))));

    assertThat(file(NODE, USERS)).isEqualTo(Files.readString(pem));
  }

  @Test
  void nodesThatRestTakeItWhenTheyBoot() {
    apply(spec -> spec);
    clusters.stop(DEMO, Duration.ofSeconds(1), ProgressListener.NONE);

    apply(
        spec -> spec.environment(NodeEnvironment.NONE.with(ProxySettings.of("http://p:3128", ""))));

    assertThat(file(NODE, PROXIES)).contains("export http_proxy='http://p:3128'");
    assertThat(bench.engine().script().calls())
        .noneMatch(call -> call.contains("apply-surroundings"));
  }

  @Test
  void whatCannotChangeIsRefusedBeforeAnythingIs() {
    apply(spec -> spec);

    Problem refused =
        problem(
            () -> apply(spec -> spec.workers(1).cni(ClusterSpec.Cni.NONE).defaultStorage(false)));

    assertThat(refused.code()).isEqualTo(Problem.Code.CANNOT_CHANGE_LIVE);
    assertThat(refused.summary()).contains("network.cni", "storage.defaultClass");
    assertThat(clusters.require(DEMO).spec().workers()).isZero();
  }

  @Test
  void aPortThatTheClusterWasMadeWithGoesOnlyWhileItRestsAndThatIsSaidFirst() {
    apply(spec -> spec.ports(List.of(PortMapping.parse("8080:30080"))));

    Problem refused = problem(() -> apply(spec -> spec.ports(List.of()).workers(1)));

    assertThat(refused.code()).isEqualTo(Problem.Code.CANNOT_CHANGE_LIVE);
    assertThat(refused.summary()).contains("8080:30080");
    assertThat(refused.advice()).contains("coracle stop demo");
    assertThat(clusters.require(DEMO).spec().workers()).isZero();

    clusters.stop(DEMO, Duration.ofSeconds(1), ProgressListener.NONE);
    Cluster applied = apply(spec -> spec.ports(List.of()).workers(1));

    assertThat(applied.spec().ports()).isEmpty();
    assertThat(applied.status().nodes()).hasSize(2);
  }

  @Test
  void aStoppedClusterIsStartedFirst() {
    apply(spec -> spec);
    clusters.stop(DEMO, Duration.ofSeconds(1), ProgressListener.NONE);

    Cluster applied = apply(spec -> spec.workers(1));

    assertThat(applied.status().phase()).isEqualTo(Phase.RUNNING);
    assertThat(applied.status().nodes()).hasSize(2);
  }

  @Test
  void whatFailedInTheMiddleGoesOnFromThere() {
    apply(spec -> spec);
    Problem full = Problem.of(Problem.Code.DISK_FULL, "full", "make room");
    bench.engine().script().failNext("containers.start demo-worker-1", full);
    UnaryOperator<ClusterSpecBuilder> wanted =
        spec -> spec.pool(new NodePool("front", 1, FRONT)).memory(Bytes.parse("2g"));

    Problem first = problem(() -> apply(wanted));
    Cluster second = apply(wanted);

    assertThat(first).isEqualTo(full);
    assertThat(second.spec().pool("front")).map(NodePool::count).contains(1);
    assertThat(second.spec().memory()).contains(Bytes.parse("2g"));
  }

  @Test
  void workersOfAnExistingPoolAreLikeItsOthers() {
    apply(spec -> spec.pool(new NodePool("front", 1, FRONT)));

    clusters.addWorkers(DEMO, new NodePool("front", 1, FRONT), ProgressListener.NONE);
    Problem other =
        problem(
            () ->
                clusters.addWorkers(
                    DEMO, new NodePool("front", 1, NodeOptions.NONE), ProgressListener.NONE));

    assertThat(clusters.require(DEMO).spec().pool("front")).map(NodePool::count).contains(2);
    assertThat(other.code()).isEqualTo(Problem.Code.CANNOT_CHANGE_LIVE);
  }
}
