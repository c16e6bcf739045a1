package dev.coracle.cluster.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.CaBundle;
import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.HostMount;
import dev.coracle.cluster.NodeEnvironment;
import dev.coracle.cluster.NodeOptions;
import dev.coracle.cluster.NodePool;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.ProxySettings;
import dev.coracle.cluster.RegistrySettings;
import dev.coracle.cluster.engine.ContainerSpec;
import dev.coracle.cluster.layout.Subnet;
import dev.coracle.cluster.progress.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What surrounds nodes is made to match a spec: registries, folders, proxies, authorities. */
class EnvironmentAlignmentTest extends AlignmentCase {

  private static final String NODE = "demo-control-plane-1";
  private static final String PROXIES = "/var/lib/coracle/proxy.env";
  private static final String USERS = "/var/lib/coracle/ca/user.crt";
  private static final String HOSTS = "/etc/containerd/certs.d/docker.io/hosts.toml";

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
}
