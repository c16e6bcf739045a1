package dev.coracle.cluster.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.HostMount;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.NodeEnvironment;
import dev.coracle.cluster.NodeOptions;
import dev.coracle.cluster.NodePool;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.ProxySettings;
import dev.coracle.cluster.RegistrySettings;
import dev.coracle.cluster.Taint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClusterFileTest {

  private static final String HEAD = "apiVersion: coracle.dev/v1\nkind: Cluster\n";
  private static final Path FOLDER = Path.of("/srv/shop");
  private static final ClusterSpec DEFAULTS =
      ClusterSpec.ofVersion(KubernetesVersion.parse("v1.36.3"));

  private static final ClusterSpec WHOLE =
      ClusterSpec.builder(KubernetesVersion.parse("v1.35.4"))
          .controlPlanes(3)
          .controlPlaneOptions(NodeOptions.NONE.withLabel("a", "b").withMemory(Bytes.parse("3g")))
          .cpus(1.5)
          .memory(Bytes.parse("2g"))
          .pools(
              List.of(
                  new NodePool("worker", 2, NodeOptions.NONE),
                  new NodePool(
                      "gpu",
                      1,
                      NodeOptions.NONE
                          .withLabel("yes", "on")
                          .withTaint(Taint.parse("gpu=1:NoSchedule"))
                          .withCpus(2)
                          .withMount(new HostMount("/srv", "/srv", true)))))
          .ports(List.of(PortMapping.parse("8080:30080"), PortMapping.parse("53:53/udp")))
          .apiPort(7443)
          .cni(ClusterSpec.Cni.NONE)
          .defaultStorage(false)
          .settings(Map.of("apiserver.v", "2", "kubelet.max-pods", "50"))
          .featureGates(Map.of("A", true, "B", false))
          .certExpiration(Duration.ofMinutes(90))
          .autoPause(Duration.ofMinutes(10))
          .environment(
              new NodeEnvironment(
                  List.of(new HostMount("/home", "/home", false)),
                  RegistrySettings.NONE
                      .withMirror("docker.io", "http://one:5000")
                      .withMirror("docker.io", "https://two")
                      .withInsecure("local:5000"),
                  new ProxySettings("http://p:3128", "", "a,b"),
                  Optional.empty()))
          .build();

  private static ClusterFile parse(String text) {
    return ClusterFile.parse(text, "cluster.yaml", FOLDER);
  }

  @Test
  void readsWhatIsWritten() {
    String text = ClusterFileWriter.write(new ClusterName("demo"), WHOLE);

    ClusterFile file = parse(text);

    assertThat(file.over(DEFAULTS)).isEqualTo(WHOLE);
    assertThat(file.name()).contains(new ClusterName("demo"));
  }

  @Test
  void portsOfAPoolStandWithThePool() {
    ClusterSpec spec =
        parse(
                HEAD
                    + """
                    nodes:
                      controlPlanes:
                        ports: ["8443:443"]
                      pools:
                        - name: gpu
                          ports:
                            - {host: 53, node: 30053, protocol: udp}
                    network:
                      ports: [8080]
                    """)
            .over(DEFAULTS);

    assertThat(spec.ports())
        .extracting(PortMapping::toString)
        .containsExactly("8443:443/tcp@control-plane", "53:30053/udp@gpu", "8080:8080/tcp");
    assertThat(parse(ClusterFileWriter.write(new ClusterName("demo"), spec)).over(DEFAULTS))
        .isEqualTo(spec);
  }

  @Test
  void readsBareNodesAsTheyAreWritten() {
    ClusterSpec bare = DEFAULTS.toBuilder().bare(true).workers(2).build();
    String text = ClusterFileWriter.write(new ClusterName("demo"), bare);

    assertThat(text).contains("nodes:\n  bare: true\n");
    assertThat(parse(text).over(DEFAULTS)).isEqualTo(bare);
    assertThat(SpecDiff.between(DEFAULTS, bare))
        .filteredOn(change -> !change.isPossible())
        .extracting(SpecChange::field)
        .containsExactly("nodes.bare");
  }

  @Test
  void writesForPeople() {
    assertThat(ClusterFileWriter.write(new ClusterName("demo"), WHOLE))
        .isEqualTo(
            """
            apiVersion: coracle.dev/v1
            kind: Cluster
            name: demo
            kubernetesVersion: v1.35.4
            nodes:
              cpus: 1.5
              memory: 2g
              mounts:
                - host: /home
                  node: /home
              controlPlanes:
                count: 3
                labels:
                  a: b
                memory: 3g
              pools:
                - name: worker
                  count: 2
                - name: gpu
                  count: 1
                  labels:
                    "yes": "on"
                  taints:
                    - gpu=1:NoSchedule
                  cpus: 2
                  mounts:
                    - host: /srv
                      node: /srv
                      readOnly: true
            autoPause: 10m
            network:
              apiPort: 7443
              cni: none
              ports:
                - host: 8080
                  node: 30080
                - host: 53
                  node: 53
                  protocol: udp
              proxy:
                http: http://p:3128
                noProxy: "a,b"
            storage:
              defaultClass: false
            settings:
              apiserver:
                v: "2"
              kubelet:
                max-pods: "50"
            featureGates:
              A: true
              B: false
            certificates:
              expiration: 90m
            registries:
              mirrors:
                docker.io:
                  - http://one:5000
                  - https://two
              insecure:
                - local:5000
            """);
  }

  @Test
  void aClusterThatPausesByItselfIsToldNotToByAWord() {
    assertThat(parse(HEAD + "autoPause: off\n").over(WHOLE).autoPause()).isZero();
    assertThat(ClusterFileErrorsTest.errors(HEAD + "autoPause: 9s\n"))
        .singleElement()
        .asString()
        .contains("after 9s");
  }

  @Test
  void theShortestFileIsTheDefaultCluster() {
    assertThat(parse(HEAD).over(DEFAULTS)).isEqualTo(DEFAULTS);
    assertThat(parse(HEAD).name()).isEmpty();
  }

  @Test
  void whatAUserDidNotChooseIsTakenFromTheClusterThatExists() {
    ClusterSpec over = parse(HEAD + "nodes:\n  memory: 4g\n").over(WHOLE);

    assertThat(over.kubernetesVersion()).isEqualTo(WHOLE.kubernetesVersion());
    assertThat(over.apiPort()).isEqualTo(7443);
    assertThat(over.environment().proxy()).isEqualTo(WHOLE.environment().proxy());
    assertThat(over.workers()).isZero();
    assertThat(over.environment().registries()).isEqualTo(RegistrySettings.NONE);
  }

  @Test
  void valuesMayBeShortOrLongAndRelativeToTheFile() {
    ClusterSpec spec =
        parse(
                HEAD
                    + """
                    nodes:
                      mounts:
                        - ./data:/data:ro
                        - {host: more, node: /more}
                      pools:
                        - name: one
                    network:
                      ports:
                        - 8080
                        - {node: 30081}
                        - {host: 53, node: 30053, protocol: udp}
                    registries:
                      mirrors:
                        "*": http://m:5000
                    """)
            .over(DEFAULTS);

    assertThat(spec.environment().mounts())
        .containsExactly(
            new HostMount("/srv/shop/data", "/data", true),
            new HostMount("/srv/shop/more", "/more", false));
    assertThat(spec.ports())
        .extracting(PortMapping::toString)
        .containsExactly("8080:8080/tcp", "0:30081/tcp", "53:30053/udp");
    assertThat(spec.pool("one")).map(NodePool::count).contains(1);
    assertThat(spec.environment().registries().mirrors()).containsKey("*");
  }

  @Test
  void fieldsKnowTheirLines() {
    ClusterFile file =
        parse(
            HEAD
                + """
                nodes:
                  pools:
                    - name: gpu
                      count: 2
                      labels:
                        tier: front
                network:
                  cni: none
                """);

    assertThat(file.placeOf("nodes.pools[gpu].count").map(Place::line)).contains(6);
    assertThat(file.placeOf("nodes.pools[gpu].labels[tier]").map(Place::line)).contains(8);
    assertThat(file.placeOf("nodes.pools[gpu].memory").map(Place::line)).contains(5);
    assertThat(file.placeOf("network.cni").map(Place::line)).contains(10);
    assertThat(file.placeOf("storage.defaultClass")).isEmpty();
  }

  @Test
  void theExampleInTheDocumentsIsRight() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "config-file.md"));
    String example = page.substring(page.indexOf("```yaml\n") + 8, page.indexOf("```\n", 100));

    ClusterSpec spec = parse(example).over(DEFAULTS);

    assertThat(spec.pool("gpu").map(NodePool::options))
        .contains(
            NodeOptions.NONE
                .withLabel("accelerator", "fake")
                .withTaint(Taint.parse("dedicated=gpu:NoSchedule"))
                .withCpus(4)
                .withMemory(Bytes.parse("6g"))
                .withMount(new HostMount("/srv/models", "/models", true)));
    assertThat(spec.ports()).hasSize(3);
    assertThat(spec.environment().registries().insecure()).hasSize(1);
  }
}
