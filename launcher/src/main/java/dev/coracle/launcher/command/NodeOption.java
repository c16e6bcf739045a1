package dev.coracle.launcher.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which node is meant. */
final class NodeOption {

  @Option(
      names = {"-n", "--node"},
      paramLabel = "NODE",
      description = "The node, as Kubernetes names it (default: the first control plane).")
  @Nullable String name;

  Optional<String> name() {
    return Optional.ofNullable(name);
  }
}
