package dev.coracle.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The cluster of a test class, and the user who made it; both are gone after the class. */
final class TestCluster implements BeforeAllCallback, AfterAllCallback {

  private static final ExtensionContext.Namespace IMAGES =
      ExtensionContext.Namespace.create(TestImages.class);

  private final String name;
  private final List<String> options;
  private String kubeconfig = "";
  private boolean bare;
  private @Nullable Path home;
  private @Nullable Cli cli;
  private @Nullable TestImages images;
  private @Nullable Kubectl kubectl;

  /** A cluster of this name, started with these options. */
  TestCluster(String name, String... options) {
    this.name = name;
    this.options = List.of(options);
  }

  /** The same, for a user who has a kubeconfig already. */
  TestCluster besides(String kubeconfig) {
    this.kubeconfig = kubeconfig;
    return this;
  }

  /** The same of bare nodes, whose kubectl is the one in the first of them. */
  TestCluster bare() {
    bare = true;
    return this;
  }

  String name() {
    return name;
  }

  /** The Docker name of the only node. */
  String node() {
    return name + "-control-plane-1";
  }

  /** The images that pods and nodes of tests are made from. */
  TestImages images() {
    return require(images);
  }

  /** Runs a command in the only node. */
  Result inNode(String... command) {
    String[] exec = {"node", "exec", "-c", name, "--"};
    return cli().run(Stream.of(exec, command).flatMap(Stream::of).toArray(String[]::new));
  }

  Cli cli() {
    return require(cli);
  }

  Kubectl kubectl() {
    return require(kubectl);
  }

  private static <T> T require(@Nullable T made) {
    if (made == null) {
      throw new IllegalStateException("the cluster was not started");
    }
    return made;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    if (isNested(context)) {
      return;
    }
    home = Files.createTempDirectory("coracle-e2e-");
    Cli user = Cli.of(home);
    cli = user;
    if (!kubeconfig.isEmpty()) {
      Files.writeString(user.kubeconfig(), kubeconfig);
    }
    images = images(context, user);
    user.ok("delete", name, "--snapshots");
    // A start may build the image of its Kubernetes version first.
    Stream<String> kind = bare ? Stream.of("start", name, "--bare") : Stream.of("start", name);
    String[] start = Stream.concat(kind, options.stream()).toArray(String[]::new);
    user.runAtLength(start).ok();
    user.ok("image", "load", "-c", name, TestImages.BUSYBOX, TestImages.BUSYBOX_2);
    kubectl = bare ? user.kubectlInNode(name) : user.kubectl(name);
  }

  /** Once for all classes, and removed after the last. */
  static TestImages images(ExtensionContext context, Cli user) {
    return context
        .getRoot()
        .getStore(IMAGES)
        .computeIfAbsent("images", _ -> TestImages.build(user), TestImages.class);
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (isNested(context) || cli == null || home == null) {
      return;
    }
    cli.ok("delete", name, "--snapshots");
    Program.run(Duration.ofMinutes(1), "rm", "-rf", home.toString()).ok();
    assertThat(Docker.objectsOf(name)).as("what is left of the cluster").isEmpty();
  }

  private static boolean isNested(ExtensionContext context) {
    return context.getRequiredTestClass().getEnclosingClass() != null;
  }
}
