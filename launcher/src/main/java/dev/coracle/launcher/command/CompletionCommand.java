package dev.coracle.launcher.command;

import dev.coracle.launcher.output.Completion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

@Command(
    name = "completion",
    description = {
      "Print a completion script for a shell: bash, zsh, fish or powershell.",
      "Load it with: source <(coracle completion bash), coracle completion fish | source, or"
          + " coracle completion powershell | Out-String | Invoke-Expression."
    })
final class CompletionCommand implements Runnable {

  private final Session session;

  @Parameters(paramLabel = "SHELL", description = "bash, zsh, fish or powershell")
  Completion shell = Completion.BASH;

  CompletionCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    CommandSpec whole = CommandTree.whole(session).getCommandSpec();
    session.console().out().print(shell.script(whole));
  }
}
