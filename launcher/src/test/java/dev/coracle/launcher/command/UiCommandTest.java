package dev.coracle.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UiCommandTest {

  @TempDir Path home;

  @Test
  void runsTheDesktopInTheStateFolder() {
    CommandLineFixture cli = new CommandLineFixture(home);

    cli.run("ui");
    cli.run("ui", "--hidden");

    assertThat(cli.services.calls)
        .hasSize(2)
        .satisfiesExactly(
            first -> assertThat(first).endsWith("hidden=false"),
            second -> assertThat(second).endsWith("hidden=true"));
  }
}
