package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coracle.cluster.Problem;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A cluster of the older version becomes one of the newer, and is killed on its way. */
class UpgradeE2E {

  private static final String OLD = "v1.35.4";
  private static final String NEW = "v1.36.3";

  @RegisterExtension
  static final TestCluster cluster =
      new TestCluster(
          "e2e-upgrade", "--kubernetes-version", OLD, "--nodes", "2", "--port", "27080:30080");

  private static Cli cli() {
    return cluster.cli();
  }

  @Test
  void aKilledUpgradeGoesOnAndEndsWithWhatANewClusterHas() {
    Keeper keeper = Keeper.in(cluster.kubectl().inNew("kept"));
    requireRefusals();

    killOnTheWay();
    Result status = cli().run("status", cluster.name());
    Result started = cli().run("start", cluster.name());
    cli().ok("upgrade", cluster.name());

    assertThat(status.err()).contains("coracle upgrade e2e-upgrade");
    started.ok();
    keeper.await();
    keeper.requireKept();
    assertThat(keeper.ended()).isNotEmpty();
    requireVersion();
    requireNothingToDo();
    requireLikeANewOne();
  }

  private static void requireRefusals() {
    String name = cluster.name();
    cli()
        .run("upgrade", name, "--kubernetes-version", "v1.99.0")
        .failsWith(Problem.Code.UNKNOWN_KUBERNETES_VERSION);
    cli()
        .run("start", name, "--kubernetes-version", NEW)
        .failsWith(Problem.Code.CANNOT_CHANGE_LIVE);
    assertThat(cli().ok("upgrade", name, "--dry-run").out())
        .contains("control-plane-1", "worker-1");
    cli().ok("upgrade", name, "--kubernetes-version", OLD);
  }

  /**
   * When the control plane's container is of the new image and nobody knows yet whether it works.
   */
  private static void killOnTheWay() {
    Program upgrade = cli().begin("upgrade", cluster.name());
    Eventually.passesBriefly(
        "the control plane is made anew",
        () ->
            assertThat(Docker.run("inspect", "--format", "{{.Config.Image}}", cluster.node()).out())
                .contains(NEW));
    upgrade.signal("KILL");
    upgrade.stop();
  }

  private static void requireVersion() {
    // The kubectl of now; the test began with the one of before.
    JsonNode versions = cli().kubectl(cluster.name()).json("version");
    assertThat(versions.path("serverVersion").path("gitVersion").asText()).isEqualTo(NEW);
    assertThat(versions.path("clientVersion").path("gitVersion").asText()).isEqualTo(NEW);
    assertThat(Docker.field(cluster.name() + "-edge", "{{.Config.Image}}")).contains(NEW);
    cli().ok("status", cluster.name());
  }

  private static void requireNothingToDo() {
    assertThat(cli().ok("upgrade", cluster.name()).out()).contains("there is nothing to do");
    cli()
        .run("upgrade", cluster.name(), "--kubernetes-version", OLD)
        .failsWith(Problem.Code.CANNOT_CHANGE_LIVE);
  }

  private static void requireLikeANewOne() {
    Map<String, String> upgraded = Blueprint.of(cluster);
    cli().ok("delete", cluster.name());
    cli().ok("start", cluster.name(), "--nodes", "2", "--port", "27080:30080");
    cli().ok("image", "load", "-c", cluster.name(), TestImages.BUSYBOX, TestImages.BUSYBOX_2);
    Map<String, String> fresh = Blueprint.of(cluster);

    assertThat(upgraded).hasSizeGreaterThan(30).hasSameSizeAs(fresh);
    fresh.forEach((part, text) -> assertThat(upgraded.get(part)).as(part).isEqualTo(text));
  }
}
