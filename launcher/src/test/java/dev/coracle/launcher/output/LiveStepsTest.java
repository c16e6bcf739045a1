package dev.coracle.launcher.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.Problem;
import dev.coracle.cluster.progress.ProgressEvent;
import dev.coracle.cluster.progress.StepInfo;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveStepsTest {

  private static final long SECOND = 1_000_000_000;

  private final LiveSteps steps = new LiveSteps(Style.PLAIN, 0);

  @BeforeEach
  void setUp() {
    steps.apply(
        new ProgressEvent.Planned(
            List.of(
                new StepInfo("a", "Making a", Set.of()), new StepInfo("b", "Making b", Set.of()))),
        0);
  }

  @Test
  void parallelStepsEachHaveALineAndTheirOwnTime() {
    steps.apply(new ProgressEvent.Started("a"), 0);
    steps.apply(new ProgressEvent.Started("b"), SECOND);

    assertThat(steps.frame(3 * SECOND, 80))
        .containsExactly("| Making a  3.0 s", "| Making b  2.0 s", "  0 of 2 steps, 3.0 s");
  }

  @Test
  void aStepThatEndedIsFinalAndLeavesTheFrame() {
    steps.apply(new ProgressEvent.Started("a"), 0);

    var finished = steps.apply(new ProgressEvent.Succeeded("a", Duration.ofMillis(1600)), SECOND);

    assertThat(finished).containsExactly("[ok] Making a (1.6 s)");
    assertThat(steps.frame(SECOND, 80)).containsExactly("  1 of 2 steps, 1.0 s");
  }

  @Test
  void progressAndOutputStandBesideTheStep() {
    steps.apply(new ProgressEvent.Started("a"), 0);
    steps.apply(new ProgressEvent.Advanced("a", 1 << 20, 4 << 20, "bytes"), 0);
    assertThat(steps.frame(0, 80)).first().asString().endsWith("25 %, 1 MiB of 4 MiB");

    steps.apply(new ProgressEvent.Output("a", "  compiling  "), 0);
    assertThat(steps.frame(0, 80)).first().asString().endsWith("0.0 s  compiling");
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    steps.apply(new ProgressEvent.Started("a"), 0);
    steps.apply(new ProgressEvent.Output("a", "x".repeat(500)), 0);

    for (int width : List.of(10, 20, 24, 40, 80)) {
      assertThat(steps.frame(0, width)).allMatch(line -> line.length() <= width);
    }
  }

  @Test
  void failuresSkipsAndNoticesAreFinalLines() {
    Problem problem = Problem.of(Problem.Code.TIMEOUT, "Late.", "Wait.");

    assertThat(steps.apply(new ProgressEvent.Failed("a", problem), 0))
        .containsExactly("[failed] Making a");
    assertThat(steps.apply(new ProgressEvent.Skipped("b", "is there"), 0))
        .containsExactly("[skip] Making b (is there)");
    assertThat(steps.apply(new ProgressEvent.Notice("Mind this."), 0))
        .containsExactly("[note] Mind this.");
  }

  @Test
  void closingTheDrawingClearsItAndShowsTheCursorAgain() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    try (LiveProgress progress = new LiveProgress(out, Style.PLAIN, () -> 0, () -> 80)) {
      progress.on(new ProgressEvent.Started("a"));
    }

    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .startsWith("\u001b[?25l")
        .contains("- a  0.0 s")
        .endsWith("\r\u001b[1A\u001b[J\u001b[?25h");
  }
}
