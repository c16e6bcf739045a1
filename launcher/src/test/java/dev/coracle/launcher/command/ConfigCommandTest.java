package dev.coracle.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {

  @TempDir Path home;
  private CommandLineFixture cli;

  @BeforeEach
  void setUp() {
    cli = new CommandLineFixture(home);
  }

  @Test
  void keepsDefaultsInAFileThatCanBeReadAndForgotten() {
    cli.run("config", "set", "memory", "4g");
    cli.run("config", "set", "cpus", "2");

    assertThat(home.resolve("config.json"))
        .hasContent("{\n  \"cpus\" : \"2\",\n  \"memory\" : \"4g\"\n}\n");
    assertThat(cli.run("config", "get", "memory").out()).isEqualTo("4g\n");
    assertThat(cli.run("config", "list").out()).isEqualTo("cpus: 2\nmemory: 4g\n");

    cli.run("config", "unset", "memory");
    assertThat(cli.run("config", "get", "memory").exitCode()).isEqualTo(11);
  }

  @Test
  void refusesWhatStartWouldRefuse() {
    assertThat(cli.run("config", "set", "memory", "much").exitCode()).isEqualTo(13);
    assertThat(cli.run("config", "set", "colour", "blue").err()).contains("memory", "cpus");
    assertThat(home.resolve("config.json")).doesNotExist();
  }

  @Test
  void saysWhatIsWrongWithAFileThatIsNoJson() throws IOException {
    Files.writeString(home.resolve("config.json"), "memory: 4g");

    assertThat(cli.run("start").err()).contains("config.json", "Correct the file");
  }
}
