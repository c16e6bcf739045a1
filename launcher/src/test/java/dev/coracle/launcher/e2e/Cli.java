package dev.coracle.launcher.e2e;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The packaged command line, run by a user who has a home of their own. */
final class Cli {

  private static final Path DIST = Path.of(System.getProperty("basedir", "."), "target", "dist");

  /** Longer than the longest start may take, so that its own deadline is what is tested. */
  private static final Duration LIMIT = Duration.ofMinutes(7);

  private final Path home;
  private final List<String> prefix;
  private final Map<String, String> variables;

  private Cli(Path home, List<String> prefix, Map<String, String> variables) {
    this.home = home;
    this.prefix = prefix;
    this.variables = variables;
  }

  /** A user whose files are all in this folder; only what can be made again is shared. */
  static Cli of(Path home) {
    return new Cli(
        home,
        List.of(),
        Map.of(
            "HOME", home.toString(),
            "KUBECONFIG", home.resolve("kubeconfig").toString(),
            "DOCKER_CONFIG", home.resolve("docker").toString(),
            "XDG_CONFIG_HOME", home.resolve("config").toString(),
            "XDG_STATE_HOME", home.resolve("state").toString(),
            "XDG_CACHE_HOME", DIST.resolveSibling("e2e-cache").toAbsolutePath().toString(),
            "CORACLE_HOME", "",
            "CORACLE_CLUSTER", ""));
  }

  /** The same user with one more variable. */
  Cli with(String variable, String value) {
    Map<String, String> more = new LinkedHashMap<>(variables);
    more.put(variable, value);
    return new Cli(home, prefix, more);
  }

  /** The same user, whose programs are started by this command. */
  Cli through(String... command) {
    return new Cli(home, List.of(command), variables);
  }

  /** The kubeconfig that belongs to this user. */
  Path kubeconfig() {
    return Path.of(variables.get("KUBECONFIG"));
  }

  /** Runs a command to its end. */
  Result run(String... arguments) {
    return begin(arguments).await(LIMIT);
  }

  /** Runs a command that may build the node image. */
  Result runAtLength(String... arguments) {
    return begin(arguments).await(Duration.ofMinutes(90));
  }

  /** Runs a command that must end well. */
  Result ok(String... arguments) {
    return run(arguments).ok();
  }

  /** Starts a command and lets it run. */
  Program begin(String... arguments) {
    return program(Stream.concat(coracle().stream(), Stream.of(arguments)).toList(), "");
  }

  /** Starts another program as this user. */
  Program program(List<String> command, String input) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return Program.start(whole, variables, input);
  }

  /** As the script `coracle` runs it, but for the JVM's cache, which this build did not train. */
  private static List<String> coracle() {
    // A parent that ignores Ctrl-C, as background jobs of shells do, would hand that down.
    return List.of(
        "env",
        "--default-signal=INT",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xlog:disable",
        "--enable-native-access=ALL-UNNAMED",
        "-jar",
        DIST.resolve("coracle.jar").toString());
  }

  /** The kubectl of the first node, with the kubeconfig that root has there. */
  Kubectl kubectlInNode(String cluster) {
    List<String> exec = List.of("node", "exec", "-i", "-c", cluster, "--", "kubectl");
    return new Kubectl(this, Stream.concat(coracle().stream(), exec.stream()).toList());
  }

  /** The kubectl that fits this cluster, which `coracle kubectl` has put into the cache. */
  Kubectl kubectl(String cluster) {
    ok("kubectl", "-c", cluster, "--", "version");
    String version =
        ok("status", cluster, "-o", "json", "--layout", "cluster")
            .json()
            .path("BinaryVersion")
            .asText();
    Path binary =
        Path.of(variables.get("XDG_CACHE_HOME"), "coracle", "kubectl", version, "kubectl");
    return new Kubectl(this, List.of(binary.toString(), "--context", "coracle-" + cluster));
  }
}
