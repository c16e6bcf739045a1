package dev.coracle.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.diagnostics.Finding;
import dev.coracle.cluster.diagnostics.Fix;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

  @TempDir Path home;
  private CommandLineFixture cli;

  @BeforeEach
  void setUp() {
    cli = new CommandLineFixture(home);
    cli.services.diagnostics.find("engine", "Docker", Finding.ok("It answers."));
  }

  @Test
  void allIsWell() {
    var result = cli.run("doctor");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).isEqualTo("✓ Docker: It answers.\n");
  }

  @Test
  void warningsSayWhatToDoAndDoNotFail() {
    cli.services.diagnostics.find(
        "inotify",
        "File watches",
        Finding.warning("There are few.", "Raise them.").fixedBy(Fix.byHand("sudo sysctl x=1")));

    var result = cli.run("doctor");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("! File watches: There are few.\n  Raise them.\n  $ sudo sysctl x=1\n");
  }

  @Test
  void errorsFailAndProgramsReadThem() {
    cli.services.diagnostics.find("disk", "Disk space", Finding.error("It is full.", "Free some."));

    var result = cli.run("doctor", "-o", "json");

    assertThat(result.exitCode()).isOne();
    assertThat(result.out())
        .contains("\"id\" : \"disk\"", "\"severity\" : \"error\"", "\"advice\" : \"Free some.\"");
  }

  @Test
  void fixMendsAndLooksAgain() {
    cli.services.diagnostics.find(
        "entry",
        "kubectl and demo",
        Finding.error("It leads elsewhere.", "Repair it.")
            .fixedBy(
                Fix.of(
                    "coracle kubeconfig repair demo",
                    _ ->
                        cli.services.diagnostics.find(
                            "entry", "kubectl and demo", Finding.ok("It leads there.")))));

    assertThat(cli.run("doctor").exitCode()).isOne();
    var result = cli.run("doctor", "--fix");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("✓ kubectl and demo: It leads there.");
  }
}
