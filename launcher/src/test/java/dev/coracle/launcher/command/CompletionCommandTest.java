package dev.coracle.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {

  @TempDir Path home;
  private CommandLineFixture cli;

  @BeforeEach
  void setUp() {
    cli = new CommandLineFixture(home);
  }

  @Test
  void bashCompletesCommandsAndOptions() throws Exception {
    String script = cli.run("completion", "bash").out();

    Process bash =
        new ProcessBuilder(
                "bash",
                "-c",
                script
                    + "\nCOMP_WORDS=(coracle sta); COMP_CWORD=1; _complete_coracle;"
                    + " echo ${COMPREPLY[@]}")
            .start();
    assertThat(bash.inputReader().readLine()).isEqualTo("start status");
  }

  @Test
  void fishHasALineForEachCommandAndOption() {
    assertThat(cli.run("completion", "fish").out())
        .contains("complete -c coracle -n '__fish_use_subcommand' -a start -d 'Create, start")
        .contains("-n '__fish_seen_subcommand_from start' -l memory -r -d 'Limit of each node")
        .contains("-n '__fish_seen_subcommand_from image' -a build-node");
  }

  @Test
  void powershellHasATableOfWords() {
    assertThat(cli.run("completion", "powershell").out())
        .startsWith("Register-ArgumentCompleter -Native -CommandName coracle")
        .contains("'image' = @('build-node', 'list'")
        .contains("'stop' = @(")
        .contains("'--grace'");
  }

  @Test
  void anUnknownShellIsAUsageProblem() {
    assertThat(cli.run("completion", "csh").exitCode()).isEqualTo(11);
  }
}
