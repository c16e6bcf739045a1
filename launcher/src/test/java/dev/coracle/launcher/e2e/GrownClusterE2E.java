package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A cluster of one node of the older version grows to the largest there is, and back again. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GrownClusterE2E {

  private static final String OLD = "v1.35.4";
  private static final String NEW = "v1.36.3";

  @RegisterExtension
  static final TestCluster cluster = new TestCluster("e2e-grown", "--kubernetes-version", OLD);

  @TempDir Path folder;

  private void apply(String version, int controlPlanes) throws IOException {
    apply(version, controlPlanes, "");
  }

  private void apply(String version, int controlPlanes, String more) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("cluster.yaml"),
            """
            apiVersion: coracle.dev/v1
            kind: Cluster
            kubernetesVersion: %s
            nodes: {controlPlanes: {count: %d}}
            %s
            """
                .formatted(version, controlPlanes, more));
    cluster.cli().runAtLength("apply", cluster.name(), "-f", file.toString()).ok();
  }

  private static List<String> versions() {
    JsonNode nodes = cluster.cli().kubectl(cluster.name()).json("get", "nodes").path("items");
    return StreamSupport.stream(nodes.spliterator(), false)
        .map(node -> node.at("/status/nodeInfo/kubeletVersion").asText())
        .toList();
  }

  private static List<String> members() {
    return EtcdMembers.seenFrom(cluster.node());
  }

  private static void requireWell() {
    cluster.cli().ok("status", cluster.name());
    Keeper keeper = Keeper.at(cluster.cli().kubectl(cluster.name()).in("grown"));
    Eventually.passes("the pod runs, with its data", keeper::requireKept);
  }

  @Test
  @Order(1)
  void aFileMakesItThree() throws IOException {
    Keeper.in(cluster.kubectl().inNew("grown"));

    apply(OLD, 3);

    assertThat(members()).hasSize(3).allMatch(line -> line.contains("started"));
    assertThat(versions()).containsExactly(OLD, OLD, OLD);
    requireWell();
  }

  @Test
  @Order(2)
  void anUpgradeOfThreeLeavesNoneBehind() {
    cluster.cli().runAtLength("upgrade", cluster.name(), "--kubernetes-version", NEW).ok();

    assertThat(versions()).containsExactly(NEW, NEW, NEW);
    assertThat(members()).hasSize(3).allMatch(line -> line.contains("started"));
    requireWell();
  }

  @Test
  @Order(3)
  void threePauseTogetherAndTheFirstWhoComesFindsThemReady() throws IOException {
    apply(NEW, 3, "autoPause: 10s");
    IdleCluster idle = new IdleCluster(cluster);
    idle.awaitPause();

    String nodes = cluster.cli().kubectl(cluster.name()).text("get", "nodes", "--no-headers");

    assertThat(nodes.lines()).hasSize(3).allMatch(line -> line.contains(" Ready "));
    apply(NEW, 3);
    requireWell();
  }

  @Test
  @Order(4)
  void threeBecomeFive() {
    cluster.cli().runAtLength("node", "add", "-c", cluster.name(), "--control-plane").ok();

    assertThat(members()).hasSize(5).allMatch(line -> line.contains("started"));
    assertThat(versions()).hasSize(5).containsOnly(NEW);
    requireWell();
  }

  @Test
  @Order(5)
  void aFileMakesFiveOne() throws IOException {
    apply(NEW, 1);

    assertThat(members()).hasSize(1);
    assertThat(versions()).containsExactly(NEW);
    requireWell();
  }
}
