package dev.coracle.launcher.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coracle.cluster.progress.ProgressEvent;
import dev.coracle.cluster.progress.StepInfo;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlainProgressTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private Duration now = Duration.ZERO;

  private PlainProgress progress(boolean verbose) {
    PrintStream out = new PrintStream(bytes, true, UTF_8);
    PlainProgress progress = new PlainProgress(out, Style.PLAIN, verbose, () -> now.toNanos());
    progress.on(new ProgressEvent.Planned(List.of(new StepInfo("image", "Node image", Set.of()))));
    progress.on(new ProgressEvent.Started("image"));
    return progress;
  }

  private List<String> lines() {
    return bytes.toString(UTF_8).lines().toList();
  }

  private void compile(PlainProgress progress, int step, String line) {
    progress.on(new ProgressEvent.Advanced("image", step, 40, "steps"));
    progress.on(new ProgressEvent.Output("image", line));
  }

  @Test
  void aQuickStepHasOneLine() {
    PlainProgress progress = progress(false);
    compile(progress, 4, "RUN one");
    progress.on(new ProgressEvent.Succeeded("image", Duration.ofMillis(1600)));

    assertThat(lines()).containsExactly("[ok] Node image (1.6 s)");
  }

  @Test
  void aLongOneTellsHowItStandsNowAndThen() {
    PlainProgress progress = progress(false);
    compile(progress, 4, "RUN one");
    now = Duration.ofSeconds(21);
    progress.on(new ProgressEvent.Output("image", "  compiling etcd "));
    progress.on(new ProgressEvent.Output("image", "compiling kubelet"));
    now = Duration.ofSeconds(141);
    compile(progress, 10, "RUN two");

    assertThat(lines())
        .containsExactly(
            "  Node image: 10 %, 4 of 40 steps, compiling etcd, 21.0 s",
            "  Node image: 25 %, 10 of 40 steps, compiling kubelet, 2 m 21 s");
  }

  @Test
  void whoAsksForEveryLineGetsThem() {
    PlainProgress progress = progress(true);
    progress.on(new ProgressEvent.Output("image", "compiling etcd"));

    assertThat(lines()).containsExactly("    compiling etcd");
  }
}
