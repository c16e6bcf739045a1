package dev.coracle.launcher.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signals need a process of their own. */
@Timeout(60)
class InterruptsTest {

  private Process process;
  private BufferedReader output;

  @AfterEach
  void end() {
    process.destroyForcibly();
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void theFirstSignalLetsTheCommandUndo(String signal) throws Exception {
    start("quick");

    send(signal);

    assertThat(output.readLine()).isEqualTo("undoing");
    assertThat(output.readLine()).isEqualTo("undone");
    assertThat(exitCode()).isEqualTo(52);
  }

  @Test
  void theSecondSignalEndsAtOnceAndShowsTheCursor() throws Exception {
    start("stuck");

    send("INT");
    assertThat(output.readLine()).isEqualTo("undoing");
    send("INT");

    assertThat(exitCode()).isEqualTo(52);
    assertThat(output.readLine()).isEqualTo("\u001b[?25h");
  }

  private void start(String manner) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    // A parent that ignores Ctrl-C, as background jobs of shells do, would hand that down.
    process =
        new ProcessBuilder(
                "env",
                "--default-signal=INT",
                java,
                "-cp",
                classPath,
                SlowCommand.class.getName(),
                manner)
            .start();
    output = process.inputReader(StandardCharsets.UTF_8);
    assertThat(output.readLine()).isEqualTo("running");
  }

  private void send(String signal) throws Exception {
    String pid = String.valueOf(process.pid());
    assertThat(new ProcessBuilder("kill", "-" + signal, pid).start().waitFor()).isZero();
  }

  private int exitCode() throws InterruptedException {
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
