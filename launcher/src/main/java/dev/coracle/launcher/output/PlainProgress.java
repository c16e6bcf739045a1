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

/** One line for each step that ended, for logs and pipes. */
final class PlainProgress implements Progress {

  private final PrintStream out;
  private final Style style;
  private final boolean verbose;
  private final Map<String, String> titles = new HashMap<>();

  /**
   * @param verbose whether what the steps' commands print is shown too
   */
  PlainProgress(PrintStream out, Style style, boolean verbose) {
    this.out = out;
    this.style = style;
    this.verbose = verbose;
  }

  @Override
  public synchronized void on(ProgressEvent event) {
    switch (event) {
      case Planned planned -> planned.steps().forEach(this::learn);
      case Started _, Advanced _ -> {}
      case Output output -> printOutput(output);
      case Succeeded succeeded ->
          line(style.done(), title(succeeded.step()), Durations.took(succeeded.took()));
      case Skipped skipped -> line(style.skipped(), title(skipped.step()), skipped.why());
      case Failed failed -> out.println(style.failed() + " " + title(failed.step()));
      case Notice notice -> out.println(style.notice() + " " + notice.message());
    }
    out.flush();
  }

  private void learn(StepInfo step) {
    titles.put(step.id(), step.title());
  }

  private void printOutput(Output output) {
    if (verbose) {
      out.println("    " + output.line());
    }
  }

  private void line(String sign, String title, String remark) {
    out.println(sign + " " + title + style.dim(" (" + remark + ")"));
  }

  private String title(String step) {
    return titles.getOrDefault(step, step);
  }

  @Override
  public void close() {
    out.flush();
  }
}
