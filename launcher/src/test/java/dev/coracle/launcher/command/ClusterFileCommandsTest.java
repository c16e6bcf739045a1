package dev.coracle.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.HostMount;
import dev.coracle.cluster.NodeOptions;
import dev.coracle.cluster.NodePool;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.ProxySettings;
import dev.coracle.cluster.Taint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterFileCommandsTest {

  private static final ClusterName DEMO = new ClusterName("demo");
  private static final String HEAD = "apiVersion: coracle.dev/v1\nkind: Cluster\nname: demo\n";

  @TempDir Path home;
  private CommandLineFixture cli;
  private String file;

  @BeforeEach
  void setUp() {
    cli = new CommandLineFixture(home);
    file = home.resolve("cluster.yaml").toString();
  }

  private void write(String body) throws IOException {
    Files.writeString(Path.of(file), HEAD + body);
  }

  private ClusterSpec demo() {
    return cli.services.clusters.require(DEMO).spec();
  }

  private static final String POOLS =
      """
      nodes:
        memory: 2g
        pools:
          - name: front
            count: 2
            labels: {tier: front}
      network:
        ports: ["8080:30080"]
      """;

  @Test
  void startFollowsAFileAndOptionsComeOnTop() throws IOException {
    write(POOLS);
    cli.run("config", "set", "cpus", "3");

    var result =
        cli.run("start", "-f", file, "--memory", "3g", "-p", "8080:30081", "-p", "9090:30090");

    assertThat(result.exitCode()).isZero();
    assertThat(demo().memory()).map(Object::toString).contains("3.0 GiB");
    assertThat(demo().cpus()).as("the file is the whole").isEmpty();
    assertThat(demo().pool("front"))
        .contains(new NodePool("front", 2, NodeOptions.NONE.withLabel("tier", "front")));
    assertThat(demo().ports())
        .extracting(PortMapping::toString)
        .containsExactly("8080:30081/tcp", "9090:30090/tcp");
  }

  @Test
  void theNameOnTheCommandLineWinsOverTheFiles() throws IOException {
    write("");

    cli.run("start", "-f", file, "other");
    cli.run("-c", "third", "start", "-f", file);
    cli.withStdin(HEAD).run("start", "-f", "-");

    assertThat(cli.services.clusters.calls())
        .containsExactly("start other", "start third", "start demo");
  }

  @Test
  void everyErrorOfAFileIsPrintedAndNothingStarted() throws IOException {
    write("nodes: {memroy: 2g}\nnetwork: {cni: x}\n");

    var result = cli.run("start", "-f", file);

    assertThat(result.exitCode()).isEqualTo(13);
    assertThat(result.err())
        .contains(
            "cluster.yaml has 2 errors.",
            "cluster.yaml:4:9: \"memroy\" is no field of \"nodes\". Did you mean \"memory\"?",
            "cluster.yaml:5:16: \"x\" is no pod network.");
    assertThat(cli.services.clusters.list()).isEmpty();
    assertThat(cli.run("apply", "-f", "lost.yaml").err()).contains("lost.yaml cannot be read");
    assertThat(cli.run("apply").exitCode()).isEqualTo(11);
  }

  @Test
  void diffShowsWhatApplyWouldDoAndApplyDoesIt() throws IOException {
    write(POOLS);
    var before = cli.run("diff", "-f", file);
    cli.run("apply", "-f", file);
    var same = cli.run("diff", "-f", file);
    write(POOLS.replace("2g", "4g").replace("8080", "8081").replace("count: 2", "count: 3"));

    var changed = cli.run("diff", "-f", file);
    cli.run("apply", "-f", file);

    assertThat(before.exitCode()).isEqualTo(1);
    assertThat(before.out()).isEqualTo("+ cluster \"demo\": Kubernetes v1.36.3, 3 nodes\n");
    assertThat(same).isEqualTo(new CommandLineFixture.Result(0, "", ""));
    assertThat(changed.exitCode()).isEqualTo(1);
    assertThat(changed.out())
        .isEqualTo(
            """
            ~ nodes.memory: 2.0 GiB -> 4.0 GiB
            ~ nodes.pools[front].count: 2 -> 3
            - network.ports[8080]: 8080:30080/tcp -> none
            + network.ports[8081]: none -> 8081:30080/tcp
            """);
    assertThat(cli.run("diff", "-f", file).exitCode()).isZero();
    assertThat(cli.services.clusters.calls()).containsExactly("apply demo", "apply demo");
  }

  @Test
  void whatMatchesIsNotTouched() throws IOException {
    write(POOLS);
    cli.run("apply", "-f", file);

    var again = cli.run("apply", "-f", file);

    assertThat(again.out()).contains("matches");
    assertThat(cli.services.clusters.calls()).hasSize(1);
  }

  @Test
  void whatCannotChangeIsRefusedWithItsLine() throws IOException {
    cli.services.clusters.put("demo", Phase.RUNNING);
    write("kubernetesVersion: v1.35.4\nstorage:\n  defaultClass: false\n");

    var diff = cli.run("diff", "-f", file, "--cni", "none");
    var apply = cli.run("apply", "-f", file);

    assertThat(diff.exitCode()).isEqualTo(15);
    assertThat(diff.out())
        .contains("! kubernetesVersion: v1.36.3 -> v1.35.4 (cannot change; ", "cluster.yaml:4:20)")
        .contains("! network.cni: default -> none (cannot change; ", "does not say it)");
    assertThat(apply.exitCode()).isEqualTo(15);
    assertThat(apply.err()).contains("cluster.yaml:6:17: storage.defaultClass: true -> false");
    assertThat(cli.services.clusters.calls()).isEmpty();
  }

  @Test
  void diffIsDataForPrograms() throws IOException {
    cli.services.clusters.put("demo", Phase.RUNNING);
    write("nodes: {cpus: 2}\n");

    assertThat(cli.run("diff", "-f", file, "-o", "json").out())
        .isEqualToIgnoringWhitespace(
            """
            {"cluster": "demo", "exists": true, "changes": [
              {"field": "nodes.cpus", "from": "none", "to": "2.0", "possible": true,
               "line": 4, "column": 15}]}
            """);
  }

  @Test
  void exportPrintsWhatApplyReads() throws IOException {
    write(POOLS);
    cli.run("apply", "-f", file);

    Files.writeString(Path.of(file), cli.run("config", "export", "demo").out());

    assertThat(cli.run("diff", "-f", file).exitCode()).isZero();
  }

  @Test
  void importPrintsAFileAndTellsWhatIsMissing() throws IOException {
    Path kind = home.resolve("kind.yaml");
    Files.writeString(
        kind,
        """
        kind: Cluster
        apiVersion: kind.x-k8s.io/v1alpha4
        name: demo
        nodes: [{role: control-plane}, {role: worker}]
        networking: {kubeProxyMode: ipvs}
        """);

    var imported = cli.run("config", "import", kind.toString());
    var applied = cli.withStdin(imported.out()).run("apply", "-f", "-");

    assertThat(imported.err())
        .contains("kind.yaml:5:14: \"networking.kubeProxyMode\" has no counterpart");
    assertThat(applied.exitCode()).isZero();
    assertThat(demo().workers()).isEqualTo(1);
  }

  @Test
  void theSchemaIsJson() {
    assertThat(cli.run("config", "schema").out()).startsWith("{").contains("\"$schema\"");
  }

  @Test
  void optionsReachWhatIsAroundTheNodes() {
    cli.run(
        "start",
        "demo",
        "--mount",
        "/srv:/data:ro",
        "--registry-mirror",
        "docker.io=http://m:5000",
        "--insecure-registry",
        "local:5000");

    assertThat(demo().environment().mounts()).containsExactly(new HostMount("/srv", "/data", true));
    assertThat(demo().environment().registries().mirrors())
        .isEqualTo(Map.of("docker.io", List.of("http://m:5000")));
    assertThat(demo().environment().registries().insecure()).containsExactly("local:5000");
  }

  @Test
  void aNewClusterGoesThroughTheUsersProxy() {
    cli.environment.put("HTTPS_PROXY", "http://proxy.example:3128");
    cli.environment.put("NO_PROXY", "corp.example");

    cli.run("start", "demo");
    cli.environment.put("HTTPS_PROXY", "http://other.example:3128");
    cli.run("start", "demo");

    assertThat(demo().environment().proxy())
        .isEqualTo(new ProxySettings("", "http://proxy.example:3128", "corp.example"));
  }

  @Test
  void aProxyOfThisMachineAloneIsNotForNodes() {
    cli.environment.put("http_proxy", "http://127.0.0.1:3128");

    var result = cli.run("start", "demo");

    assertThat(result.err()).containsOnlyOnce("Nodes cannot reach the proxy http://127.0.0.1:3128");
    assertThat(demo().environment().proxy()).isEqualTo(ProxySettings.NONE);
    // Of a cluster that exists the environment is not asked, so there is nothing to say.
    assertThat(cli.run("start", "demo").err()).doesNotContain("proxy");
  }

  @Test
  void theProxyOfAClusterThatExistsIsNamed() {
    cli.environment.put("HTTPS_PROXY", "http://proxy.example:3128");
    cli.environment.put("NO_PROXY", "corp.example");
    cli.run("start", "demo");

    cli.run("update", "demo", "--proxy", "http://other.example:3128");
    ProxySettings changed = demo().environment().proxy();
    var loopback = cli.run("update", "demo", "--proxy", "http://localhost:3128");
    var nothing = cli.run("start", "demo", "--proxy", "http://");
    cli.run("start", "demo", "--proxy", "none");

    assertThat(changed)
        .isEqualTo(
            new ProxySettings(
                "http://other.example:3128", "http://other.example:3128", "corp.example"));
    assertThat(loopback.exitCode()).isEqualTo(Problem.Code.INVALID_SPEC.exitCode());
    assertThat(loopback.err()).contains("of this machine alone");
    assertThat(nothing.err()).contains("no address of a proxy");
    assertThat(demo().environment().proxy()).isEqualTo(ProxySettings.NONE);
  }

  @Test
  void addedWorkersMayFormAPool() {
    cli.services.clusters.put("demo", Phase.RUNNING);

    cli.run(
        ("node add -c demo --pool gpu --count 2 --label tier=back --taint gpu:NoSchedule"
                + " --memory 4g")
            .split(" "));
    cli.run("node", "add", "-c", "demo", "--pool", "gpu");

    NodeOptions gpu =
        NodeOptions.NONE
            .withLabel("tier", "back")
            .withTaint(Taint.parse("gpu:NoSchedule"))
            .withMemory(dev.coracle.cluster.Bytes.parse("4g"));
    assertThat(demo().pool("gpu")).contains(new NodePool("gpu", 3, gpu));
    assertThat(cli.run("node", "add", "-c", "demo", "--label", "a=b").err()).contains("--pool");
  }
}
