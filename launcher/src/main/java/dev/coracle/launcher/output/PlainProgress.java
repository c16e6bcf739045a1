package dev.coracle.launcher.output;

import dev.coracle.cluster.progress.ProgressEvent;
import dev.coracle.cluster.progress.ProgressEvent.Advanced;
import dev.coracle.cluster.progress.ProgressEvent.Failed;
import dev.coracle.cluster.progress.ProgressEvent.Notice;
import dev.coracle.cluster.progress.ProgressEvent.Output;
import dev.coracle.cluster.progress.ProgressEvent.Planned;
import dev.coracle.cluster.progress.ProgressEvent.Skipped;
import dev.coracle.cluster.progress.ProgressEvent.Started;
import dev.coracle.cluster.progress.ProgressEvent.Succeeded;
import dev.coracle.cluster.progress.StepInfo;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** One line for each step that ended, for logs and pipes; long ones tell how they stand. */
final class PlainProgress implements Progress {

  private final PrintStream out;
  private final Style style;
  private final boolean verbose;
  private final LongSupplier clock;
  private final Map<String, String> titles = new HashMap<>();
  private final LongSteps running = new LongSteps();

  /**
   * @param verbose whether what the steps' commands print is shown too
   * @param clock nanoseconds since whenever
   */
  PlainProgress(PrintStream out, Style style, boolean verbose, LongSupplier clock) {
    this.out = out;
    this.style = style;
    this.verbose = verbose;
    this.clock = clock;
  }

  @Override
  public synchronized void on(ProgressEvent event) {
    long now = clock.getAsLong();
    switch (event) {
      case Planned planned -> planned.steps().forEach(this::learn);
      case Started started -> running.begin(started.step(), now);
      case Advanced it -> say(it.step(), running.advance(it.step(), Advance.text(it), now));
      case Output output -> print(output, now);
      case Succeeded it -> end(it.step(), style.done(), Durations.took(it.took()));
      case Skipped skipped -> end(skipped.step(), style.skipped(), skipped.why());
      case Failed failed -> out.println(style.failed() + " " + title(failed.step()));
      case Notice notice -> out.println(style.notice() + " " + notice.message());
    }
    out.flush();
  }

  private void learn(StepInfo step) {
    titles.put(step.id(), step.title());
  }

  private void print(Output output, long now) {
    if (verbose) {
      out.println("    " + output.line());
    } else {
      say(output.step(), running.print(output.step(), output.line(), now));
    }
  }

  private void say(String step, Optional<String> state) {
    state.ifPresent(text -> out.println("  " + title(step) + style.dim(": " + text)));
  }

  private void end(String step, String sign, String remark) {
    running.end(step);
    out.println(sign + " " + title(step) + style.dim(" (" + remark + ")"));
  }

  private String title(String step) {
    return titles.getOrDefault(step, step);
  }

  @Override
  public void close() {
    out.flush();
  }
}
