package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Three control planes and two workers under what happens to machines. Chance is that of the
 * property {@code coracle.chaos.seed}, and chaos lasts {@code coracle.chaos.seconds}: bench/chaos
 * gives it ten minutes.
 */
@TestMethodOrder(OrderAnnotation.class)
class RestartsE2E {

  private static final long SEED = Long.getLong("coracle.chaos.seed", System.nanoTime());
  private static final Duration CHAOS =
      Duration.ofSeconds(Long.getLong("coracle.chaos.seconds", 45));

  /** Longer than the leases of nodes (40 s), so that the cluster finds them expired. */
  private static final Duration SLEEP = Duration.ofSeconds(50);

  @RegisterExtension
  static final TestCluster cluster =
      new TestCluster("e2e-restarts", "--nodes", "5", "--control-planes", "3");

  private final Random chance = new Random(SEED);
  private static Kubectl kubectl;
  private static Keeper keeper;

  @BeforeAll
  static void keepSomething() {
    kubectl = cluster.kubectl().inNew("restarts");
    keeper = Keeper.in(kubectl);
  }

  private static List<String> nodes() {
    return Stream.of(
            "control-plane-1", "control-plane-2", "control-plane-3", "worker-1", "worker-2")
        .map(node -> cluster.name() + "-" + node)
        .toList();
  }

  private static void requireWell() {
    Eventually.passes("it serves", () -> cluster.cli().ok("status", cluster.name()));
    Eventually.passes(
        "every node is Ready",
        () -> kubectl.ok("wait", "nodes", "--all", "--for=condition=Ready", "--timeout=1s"));
    Eventually.passes("the pod runs, with its data", keeper::requireKept);
  }

  private static List<String> addresses() {
    return kubectl
        .text(
            "get",
            "nodes",
            "-o",
            "jsonpath={range .items[*]}{.metadata.name} {.status.addresses[0].address}"
                + " {.spec.podCIDR}{\"\\n\"}{end}")
        .lines()
        .sorted()
        .toList();
  }

  /** As after a power cut: the engine starts containers in any order, foreign ones before ours. */
  @Test
  @Order(1)
  void itComesBackInAnyOrderWithAForeignContainerOnItsNetwork() {
    List<String> before = addresses();
    List<String> containers = new ArrayList<>(nodes());
    containers.add(cluster.name() + "-edge");
    containers.forEach(container -> Docker.run("kill", container).ok());
    String network = "coracle-" + cluster.name();
    String foreign =
        Docker.text("run", "-d", "--rm", "--network", network, TestImages.BUSYBOX, "sleep", "600");
    try {
      Collections.shuffle(containers, chance);
      containers.forEach(container -> Docker.run("start", container).ok());

      requireWell();
      assertThat(addresses()).as("seed " + SEED).isEqualTo(before);
    } finally {
      Docker.run("rm", "-f", foreign).ok();
    }
  }

  /** What a laptop does when its lid is closed: nothing runs, and the clock goes on. */
  @Test
  @Order(2)
  void itIsWellAgainAfterASleep() throws InterruptedException {
    nodes().forEach(node -> Docker.run("pause", node).ok());
    Thread.sleep(SLEEP);
    nodes().forEach(node -> Docker.run("unpause", node).ok());

    requireWell();
  }

  @Test
  @Order(3)
  void noAcknowledgedWriteIsLostInChaos() throws InterruptedException {
    List<String> faults = new ArrayList<>();
    Instant end = Instant.now().plus(CHAOS);
    try (Writer writer = new Writer(kubectl)) {
      while (Instant.now().isBefore(end)) {
        faults.add(Fault.any(cluster.name(), nodes(), chance));
        Thread.sleep(chance.nextLong(1000, 5000));
      }
      requireWell();
      writer.requireAllKept();
    } catch (AssertionError e) {
      throw new AssertionError("seed %d: %s".formatted(SEED, faults), e);
    }
  }
}
