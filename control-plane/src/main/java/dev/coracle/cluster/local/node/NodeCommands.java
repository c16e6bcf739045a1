package dev.coracle.cluster.local.node;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.engine.Containers;
import dev.coracle.cluster.engine.ExecResult;
import dev.coracle.cluster.engine.ExecSpec;

/** Commands in nodes whose failure is the operation's failure. */
public final class NodeCommands {

  private NodeCommands() {}

  /**
   * Runs a command that must succeed.
   *
   * @throws ClusterException with {@link Problem.Code#NODE_BROKEN} and what the command complained
   */
  public static ExecResult require(Containers containers, String container, ExecSpec command) {
    return require(containers, container, command, String.join(" ", command.command()));
  }

  /** The same for a command that is called otherwise before people. */
  public static ExecResult require(
      Containers containers, String container, ExecSpec command, String shown) {
    ExecResult result = containers.exec(container, command);
    if (!result.ok()) {
      String summary =
          "`%s` failed on node %s (exit code %d).".formatted(shown, container, result.exitCode());
      throw new ClusterException(
          Problem.of(
                  Problem.Code.NODE_BROKEN, summary, "See `coracle logs --node` for what it does.")
              .withOutput(result.stderr()));
    }
    return result;
  }
}
