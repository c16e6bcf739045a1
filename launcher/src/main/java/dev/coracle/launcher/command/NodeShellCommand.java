package dev.coracle.launcher.command;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.ExecSpec;
import dev.coracle.launcher.host.RawTerminal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "shell", description = "Open a shell in a node.")
final class NodeShellCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "NODE",
      description = "The node, as Kubernetes names it (default: the first control plane).")
  @Nullable String node;

  NodeShellCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (!session.console().terminal()) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.USAGE,
              "A shell needs a terminal, and there is none.",
              "Use `coracle node exec -i -- sh` to pipe commands in."));
    }
    try (RawTerminal terminal = RawTerminal.open()) {
      return session
          .services()
          .nodes()
          .exec(session.cluster(), Optional.ofNullable(node), shell(terminal))
          .exitCode();
    }
  }

  /** The engine's terminal begins without a size, so the shell's first act is to set it. */
  private ExecSpec shell(RawTerminal terminal) {
    String size = "stty rows %d cols %d".formatted(terminal.rows(), terminal.columns());
    return new ExecSpec(
        List.of("sh", "-c", size + " 2>/dev/null; TERM=xterm-256color exec bash -l"),
        Optional.of(session.console().in()),
        Optional.of(session.console().out()),
        true);
  }
}
