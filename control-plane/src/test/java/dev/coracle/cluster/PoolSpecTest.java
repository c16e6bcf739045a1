package dev.coracle.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PoolSpecTest {

  private static ClusterSpecBuilder spec() {
    return ClusterSpec.builder(SampleClusters.VERSION);
  }

  private static Problem problem(Runnable made) {
    return catchThrowableOfType(ClusterException.class, made::run).problem();
  }

  @Test
  void workersOfNoNamedPoolAreTheDefaultOnes() {
    ClusterSpec spec = spec().pool(new NodePool("gpu", 2, NodeOptions.NONE)).workers(5).build();

    assertThat(spec.workers()).isEqualTo(5);
    assertThat(spec.pool(NodePool.DEFAULT)).map(NodePool::count).contains(3);
    assertThat(problem(() -> spec.toBuilder().workers(1)).code())
        .isEqualTo(Problem.Code.INVALID_SPEC);
  }

  @Test
  void aDefaultPoolWithoutNodesIsNoPool() {
    assertThat(spec().workers(2).workers(0).build()).isEqualTo(spec().build());
  }

  @Test
  void nodesHaveTheirPoolsOptionsAndElseTheClusters() {
    HostMount shared = HostMount.parse("/srv:/data", Path.of("/"));
    HostMount own = HostMount.parse("/srv/models:/models:ro", Path.of("/"));
    NodeOptions options = NodeOptions.NONE.withMemory(Bytes.parse("4g")).withMount(own);
    ClusterSpec spec =
        spec()
            .cpus(2)
            .memory(Bytes.parse("2g"))
            .environment(NodeEnvironment.NONE.with(List.of(shared)))
            .pool(new NodePool("gpu", 1, options))
            .build();

    assertThat(spec.optionsOf("gpu").memory()).contains(Bytes.parse("4g"));
    assertThat(spec.optionsOf("gpu").cpus()).contains(2.0);
    assertThat(spec.optionsOf("gpu").mounts()).containsExactly(shared, own);
    assertThat(spec.optionsOf("").memory()).isEqualTo(Optional.of(Bytes.parse("2g")));
  }

  @Test
  void labelsAndTaintsAreWrittenAsKubernetesWants() {
    assertThat(Taint.parse("dedicated=gpu:NoSchedule")).hasToString("dedicated=gpu:NoSchedule");
    assertThat(Taint.parse("example.com/x:NoExecute").value()).isEmpty();
    assertThat(problem(() -> Taint.parse("gpu")).advice()).contains("NoSchedule");
    assertThat(problem(() -> NodeOptions.NONE.withLabel("a b", "c")).summary()).contains("a b");
    assertThat(problem(() -> NodeOptions.NONE.withLabel("a", "b c")).summary()).contains("b c");
    assertThat(problem(() -> NodeOptions.NONE.withLabel(NodePool.LABEL, "x")).summary())
        .contains("not yours");
  }

  @Test
  void whatIsThereTwiceIsRefused() {
    NodePool pool = new NodePool("gpu", 1, NodeOptions.NONE);

    assertThat(problem(() -> spec().pools(List.of(pool, pool)).build()).summary())
        .contains("two pools");
    assertThat(
            problem(
                    () ->
                        spec()
                            .ports(List.of(PortMapping.parse("80:1"), PortMapping.parse("80:2")))
                            .build())
                .summary())
        .contains("80", "twice");
    assertThat(
            problem(
                    () ->
                        NodeOptions.NONE
                            .withMount(HostMount.parse("/a:/data", Path.of("/")))
                            .withMount(HostMount.parse("/b:/data", Path.of("/"))))
                .summary())
        .contains("/data");
  }

  @Test
  void mountsAreWhereNodesHaveNothingOfTheirOwn() {
    assertThat(HostMount.parse("data:/data:ro", Path.of("/home/me")))
        .isEqualTo(new HostMount("/home/me/data", "/data", true));
    for (String own : List.of("/", "/var", "/proc/x", "/etc/kubernetes/pki", "/var/lib/../lib")) {
      assertThat(problem(() -> HostMount.parse("/a:" + own, Path.of("/"))).code())
          .isEqualTo(Problem.Code.INVALID_SPEC);
    }
  }

  @Test
  void registriesAndMirrorsAreHostsAndAddresses() {
    RegistrySettings registries =
        RegistrySettings.NONE
            .withMirror("docker.io", "http://mirror:5000")
            .withMirror("docker.io", "https://other")
            .withInsecure("registry.local:5000");

    assertThat(registries.mirrors())
        .isEqualTo(Map.of("docker.io", List.of("http://mirror:5000", "https://other")));
    assertThat(problem(() -> registries.withMirror("docker.io", "mirror:5000")).advice())
        .contains("http://HOST:PORT");
    assertThat(problem(() -> registries.withInsecure("http://a")).summary()).contains("http://a");
  }

  @Test
  void proxiesComeFromTheUsualVariables() {
    assertThat(ProxySettings.of(Map.of("HTTPS_PROXY", "http://p:3128", "no_proxy", "a,b")))
        .isEqualTo(new ProxySettings("", "http://p:3128", "a,b"));
    assertThat(ProxySettings.of(new TreeMap<>(Map.of("NO_PROXY", "a"))))
        .isEqualTo(ProxySettings.NONE);
  }
}
