package dev.coracle.launcher.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A cluster whose engine is restarted under it: it comes back by itself, with its data. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EngineRestartE2E {

  private static final String NAME = "e2e-engine";
  private static final String SERVICE = "kubernetes.default.svc.cluster.local";

  /** Shares the images with the classes that have a cluster. */
  @RegisterExtension static final BeforeAllCallback IMAGES = EngineRestartE2E::makeImages;

  private static TestImages images;
  private static Path home;
  private static PrivateEngine engine;
  private static Cli cli;
  private static Keeper keeper;

  private static void makeImages(ExtensionContext context) throws IOException {
    home = Files.createTempDirectory("coracle-e2e-");
    images = TestCluster.images(context, Cli.of(home));
  }

  @BeforeAll
  static void startTheEngine() throws IOException {
    engine = new PrivateEngine(Files.createDirectory(home.resolve("engine")));
    copyImages();
    cli = Cli.of(home).with("DOCKER_HOST", engine.host()).through(engine.inside());
  }

  private static void copyImages() {
    String pipe =
        "docker save %s %s | docker -H %s load"
            .formatted(images.node(), TestImages.BUSYBOX, engine.host());
    Program.run(Duration.ofMinutes(10), "sh", "-c", pipe).ok();
  }

  @AfterAll
  static void endTheEngine() {
    engine.close();
    Program.run(Duration.ofMinutes(2), "rm", "-rf", home.toString()).ok();
  }

  @Test
  @Order(1)
  void theClusterComesBackByItself() {
    cli.ok("start", NAME);
    cli.ok("image", "load", "-c", NAME, TestImages.BUSYBOX);
    Kubectl kubectl = cli.kubectl(NAME).in("default");
    keeper = Keeper.in(kubectl);
    Friend friend = new Friend(engine::docker, NAME);
    // Its engine has no upstream: what is asked for and has no answer must not hide what has one.
    keeper.sh("nslookup outside.example.");
    friend.requireFoundBy(kubectl, "keeper");

    engine.restart();

    Eventually.passes("it serves again", () -> cli.ok("status", NAME));
    Eventually.passes("the pod runs again, with its data", keeper::requireKept);
    Eventually.passes("names resolve again", () -> keeper.sh("nslookup " + SERVICE).ok());
    Eventually.passes("containers' too", () -> friend.requireFoundBy(kubectl, "keeper"));
  }

  @Test
  @Order(2)
  void oneThatPausedByItselfDoesSoAgainAndServesWhoeverAsks() {
    IdleCluster idle = new IdleCluster(() -> cli, NAME);
    cli.ok("update", NAME, "--auto-pause", "10s");
    idle.awaitPause();

    engine.restart();

    Eventually.passes("it serves again", () -> cli.ok("status", NAME));
    idle.awaitPause();
    cli.kubectl(NAME).ok("get", "nodes");
    Eventually.passes("the data is there", keeper::requireKept);
  }
}
