package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A cluster of two nodes is saved while it is written to, changed, deleted, and brought back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SnapshotE2E {

  @RegisterExtension
  static final TestCluster cluster = new TestCluster("e2e-snapshot", "--nodes", "2");

  /** Enough for kubectl, which writes 50 a second at most, to be busy all the time. */
  private static final int WRITES = 1500;

  private static Set<Integer> written() {
    return cluster
        .kubectl()
        .in("load")
        .text("get", "configmaps", "-l", "load=yes", "-o", "jsonpath={.items[*].metadata.name}")
        .transform(SnapshotE2E::numbers);
  }

  private static Set<Integer> numbers(String names) {
    return names
        .lines()
        .flatMap(line -> List.of(line.split(" ")).stream())
        .filter(name -> name.contains("w-"))
        .map(name -> Integer.parseInt(name.substring(name.indexOf("w-") + 2)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String load() {
    return IntStream.range(0, WRITES)
        .mapToObj(
            i ->
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: w-%d, labels: {load: "yes"}}
                """
                    .formatted(i))
        .collect(Collectors.joining("---\n"));
  }

  private static Result snapshot(String verb, String... arguments) {
    List<String> command = new ArrayList<>(List.of("snapshot", verb, "-c"));
    command.add(cluster.name());
    command.addAll(List.of(arguments));
    return cluster.cli().run(command.toArray(String[]::new));
  }

  @Test
  @Order(1)
  void whatWasAcknowledgedIsInTheSnapshotAndNothingLater() {
    Keeper keeper = Keeper.in(cluster.kubectl().inNew("kept"));
    Program writer = cluster.kubectl().inNew("load").applying(load());
    Eventually.passes("the writer writes", () -> assertThat(writer.output()).contains("w-20 "));

    Set<Integer> before = numbers(writer.output());
    snapshot("save", "loaded").ok();
    Set<Integer> acknowledged = numbers(writer.output());
    Eventually.passes(
        "the writer goes on",
        () -> assertThat(numbers(writer.output())).hasSizeGreaterThan(acknowledged.size() + 20));
    writer.stop();
    keeper.sh("echo later > /data/text").ok();
    snapshot("restore", "loaded").ok();

    assertThat(written())
        .containsAll(before)
        .hasSizeLessThanOrEqualTo(acknowledged.size() + 1)
        .isEqualTo(IntStream.range(0, written().size()).boxed().collect(Collectors.toSet()));
    keeper.await();
    keeper.requireKept();
    cluster.cli().ok("status", cluster.name());
  }

  @Test
  @Order(2)
  void theRestoredDataOfEtcdIsWhole() {
    String check =
        """
        set -e
        etcdctl --endpoints https://127.0.0.1:2379 --cacert /etc/kubernetes/pki/etcd/ca.crt \
          --cert /etc/kubernetes/pki/etcd/server.crt --key /etc/kubernetes/pki/etcd/server.key \
          snapshot save /tmp/check.db >/dev/null 2>&1
        etcdutl snapshot status /tmp/check.db && rm /tmp/check.db
        """;

    assertThat(cluster.inNode("sh", "-c", check).ok().text()).isNotEmpty();
  }

  @Test
  @Order(3)
  void aDeletedClusterComesBackWithItsNodesAndItsData() {
    cluster.cli().ok("delete", cluster.name());

    snapshot("restore", "loaded").ok();

    cluster.kubectl().ok("wait", "node", "--all", "--for=condition=Ready", "--timeout=5s");
    Keeper keeper = Keeper.at(cluster.kubectl().in("kept"));
    keeper.await();
    keeper.requireKept();
  }

  @Test
  @Order(4)
  void aRestoreThatIsKilledLeavesOneStateOrTheOther() {
    Kubectl kubectl = cluster.kubectl().in("kept");
    kubectl.ok("create", "configmap", "later");
    for (String marker : List.of("-restoring", "-restored")) {
      Program restore = cluster.cli().begin("snapshot", "restore", "-c", cluster.name(), "loaded");
      Eventually.passesBriefly(
          "the restore is that far",
          () -> assertThat(Docker.text("volume", "ls", "-q")).contains(marker));
      restore.stop();

      cluster.cli().ok("start", cluster.name());

      Keeper keeper = Keeper.at(kubectl);
      keeper.await();
      keeper.requireKept();
      assertThat(Docker.text("volume", "ls", "-q")).doesNotContain("-restor");
    }
  }

  @Test
  @Order(5)
  void aSaveThatIsKilledFreezesNobodyForLong() {
    Program save = cluster.cli().begin("snapshot", "save", "-c", cluster.name(), "killed");
    Eventually.passesBriefly(
        "the nodes are frozen",
        () -> assertThat(Docker.field(cluster.node(), "{{.State.Status}}")).isEqualTo("paused"));
    save.stop();

    snapshot("save", "next").ok();

    cluster.cli().ok("status", cluster.name());
    assertThat(snapshot("list").ok().out()).contains("loaded", "next").doesNotContain("killed");
  }

  @Test
  @Order(6)
  void removedSnapshotsLeaveNothing() {
    snapshot("save", "next").failsWith(Problem.Code.NAME_TAKEN);

    snapshot("delete", "loaded", "next").ok();

    assertThat(Docker.text("volume", "ls", "-q", "--filter", "name=coracle-snapshot"))
        .doesNotContain(cluster.name());
  }
}
