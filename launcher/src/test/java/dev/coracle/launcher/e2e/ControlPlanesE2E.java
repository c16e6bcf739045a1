package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coracle.cluster.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One control plane becomes three, and one again, while everybody works on. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ControlPlanesE2E {

  @RegisterExtension
  static final TestCluster cluster = new TestCluster("e2e-planes", "--nodes", "2");

  private static final Pattern CREATED = Pattern.compile("configmap/(w-\\d+) created");

  private static String writes() {
    return IntStream.range(0, 8000)
        .mapToObj("{apiVersion: v1, kind: ConfigMap, metadata: {name: w-%d}}"::formatted)
        .collect(Collectors.joining("\n---\n"));
  }

  private static Set<String> acknowledged(Program writer) {
    return CREATED
        .matcher(writer.output())
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toSet());
  }

  private static Set<String> written(Kubectl kubectl) {
    return Set.of(kubectl.text("get", "configmaps", "-o", "name").split("\n")).stream()
        .map(name -> name.substring(name.indexOf('/') + 1))
        .collect(Collectors.toSet());
  }

  private static Map<String, String> podSubnets() {
    Map<String, String> subnets = new TreeMap<>();
    for (JsonNode node : cluster.kubectl().json("get", "nodes").path("items")) {
      subnets.put(node.at("/metadata/name").asText(), node.at("/spec/podCIDR").asText());
    }
    return subnets;
  }

  private static List<String> members(String node) {
    return EtcdMembers.seenFrom(cluster.name() + "-" + node);
  }

  @Test
  @Order(1)
  void oneBecomesThreeWhileWatchesGoOnAndNoWriteIsLost() {
    Kubectl kubectl = cluster.kubectl().inNew("growing");
    Program watch = kubectl.begin("get", "configmaps", "--watch", "-o", "name");
    Program writer = kubectl.applying(writes());
    Eventually.passes(
        "the writer writes", () -> assertThat(acknowledged(writer)).hasSizeGreaterThan(20));

    try (ControllerWatch controllers = new ControllerWatch(cluster.name(), cluster.kubectl())) {
      cluster.cli().ok("node", "add", "-c", cluster.name(), "--control-plane");
      assertThat(controllers.offences()).isEmpty();
      assertThat(controllers.holders()).hasSize(1).first().asString().contains("control-plane-1_");
    }

    Set<String> acknowledged = acknowledged(writer);
    writer.stop();
    assertThat(written(kubectl)).containsAll(acknowledged);
    kubectl.ok("create", "configmap", "after");
    Eventually.passes(
        "the watch has seen all", () -> assertThat(watch.output()).contains("configmap/after"));
    watch.stop();
    assertThat(members("control-plane-1")).hasSize(3).allMatch(line -> line.contains("started"));
    assertThat(podSubnets())
        .containsExactlyEntriesOf(
            new TreeMap<>(
                Map.of(
                    "control-plane-1", "10.244.1.0/24",
                    "control-plane-2", "10.244.3.0/24",
                    "control-plane-3", "10.244.4.0/24",
                    "worker-1", "10.244.2.0/24")));
    assertThat(cluster.kubectl().field("node/control-plane-3", ".spec.taints[*].key"))
        .contains("control-plane");
    cluster.cli().ok("status", cluster.name());
  }

  @Test
  @Order(2)
  void anEvenNumberIsRefused() {
    cluster
        .cli()
        .run("node", "remove", "-c", cluster.name(), "control-plane-2")
        .failsWith(Problem.Code.CANNOT_CHANGE_LIVE);
  }

  @Test
  @Order(3)
  void theFirstCanGoAndTheLeadMoves() {
    Kubectl kubectl = cluster.kubectl().inNew("shrinking");
    Program writer = kubectl.applying(writes());
    Eventually.passes(
        "the writer writes", () -> assertThat(acknowledged(writer)).hasSizeGreaterThan(20));

    try (ControllerWatch controllers = new ControllerWatch(cluster.name(), cluster.kubectl())) {
      String[] remove = {"node", "remove", "control-plane-1", "control-plane-2", "-c"};
      cluster.cli().ok(remove[0], remove[1], remove[2], remove[3], remove[4], cluster.name());
      assertThat(controllers.offences()).isEmpty();
    }

    Set<String> acknowledged = acknowledged(writer);
    writer.stop();
    assertThat(written(kubectl)).containsAll(acknowledged);
    assertThat(podSubnets()).containsOnlyKeys("control-plane-3", "worker-1");
    assertThat(members("control-plane-3")).hasSize(1);
    cluster.cli().ok("status", cluster.name());
    cluster.kubectl().ok("create", "deployment", "works", "--image=" + TestImages.BUSYBOX);
    Eventually.passes(
        "the controllers work",
        () -> assertThat(cluster.kubectl().text("get", "pods", "-o", "name")).contains("works"));
  }

  @Test
  @Order(4)
  void anAdditionThatIsKilledIsTakenBackByTheNextCommand() {
    Program add = cluster.cli().begin("node", "add", "-c", cluster.name(), "--control-plane");
    Eventually.passesBriefly(
        "a new control plane runs",
        () ->
            assertThat(Docker.text("ps", "--format", "{{.Names}}"))
                .contains(cluster.name() + "-control-plane-4"));
    add.stop();

    cluster.cli().ok("start", cluster.name());

    assertThat(members("control-plane-3")).hasSize(1);
    assertThat(podSubnets()).containsOnlyKeys("control-plane-3", "worker-1");
    assertThat(Docker.text("volume", "ls", "-q"))
        .doesNotContain(cluster.name() + "-control-plane-4", cluster.name() + "-transition");
    cluster.cli().ok("status", cluster.name());
  }

  @Test
  @Order(5)
  void theyComeAgainUnderOtherNamesAndSurviveARestartAndARestore() {
    cluster.cli().ok("node", "add", "-c", cluster.name(), "--control-plane");
    Map<String, String> subnets = podSubnets();
    cluster.cli().ok("restart", cluster.name());
    cluster.cli().ok("snapshot", "save", "-c", cluster.name(), "three");
    cluster.cli().ok("snapshot", "restore", "-c", cluster.name(), "three");

    assertThat(subnets).hasSize(4).containsKeys("control-plane-6", "control-plane-7");
    assertThat(podSubnets()).isEqualTo(subnets);
    assertThat(members("control-plane-3")).hasSize(3);
    cluster.kubectl().ok("wait", "nodes", "--all", "--for=condition=Ready", "--timeout=30s");
    cluster.cli().ok("status", cluster.name());
  }
}
