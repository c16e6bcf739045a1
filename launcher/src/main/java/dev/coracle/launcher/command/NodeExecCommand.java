package dev.coracle.launcher.command;

import dev.coracle.cluster.engine.ExecResult;
import dev.coracle.cluster.engine.ExecSpec;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "exec", description = "Run a command in a node; the exit code is the command's.")
final class NodeExecCommand implements Callable<Integer> {

  private final Session session;

  @Mixin NodeOption node = new NodeOption();

  @Option(
      names = {"-i", "--stdin"},
      description = "Pass what is typed or piped in on to the command.")
  boolean stdin;

  @Parameters(arity = "1..*", paramLabel = "COMMAND", description = "The command, after --.")
  List<String> command = List.of();

  NodeExecCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ExecSpec spec =
        new ExecSpec(
            command,
            stdin ? Optional.of(session.console().in()) : Optional.empty(),
            Optional.of(session.console().out()),
            false);
    ExecResult result = session.services().nodes().exec(session.cluster(), node.name(), spec);
    session.console().out().flush();
    session.console().err().print(result.stderr());
    return result.exitCode();
  }
}
