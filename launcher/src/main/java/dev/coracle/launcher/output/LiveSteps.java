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
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The picture of a running operation: lines that are final, and below them the steps that run now,
 * each with its own spinner and time. Knows no terminal, so that a test can look at every frame.
 */
final class LiveSteps {

  private static final long FRAME_NANOS = 100_000_000;

  private final Style style;
  private final long begun;
  private final Map<String, String> titles = new HashMap<>();
  private final Map<String, Running> running = new LinkedHashMap<>();
  private int ended;

  private record Running(long since, String detail) {}

  /**
   * @param begun when the operation began, in nanoseconds of the caller's clock
   */
  LiveSteps(Style style, long begun) {
    this.style = style;
    this.begun = begun;
  }

  /** Takes an event in, and gives the lines that are final now. */
  List<String> apply(ProgressEvent event, long now) {
    return switch (event) {
      case Planned planned -> plan(planned.steps());
      case Started started -> begin(started.step(), now);
      case Advanced advanced -> detail(advanced.step(), Advance.text(advanced), now);
      case Output output -> detail(output.step(), output.line().strip(), now);
      case Succeeded succeeded ->
          end(succeeded.step(), style.done(), " (" + Durations.took(succeeded.took()) + ")");
      case Skipped skipped -> end(skipped.step(), style.skipped(), " (" + skipped.why() + ")");
      case Failed failed -> end(failed.step(), style.failed(), "");
      case Notice notice -> List.of(style.notice() + " " + notice.message());
    };
  }

  /** What stands below the final lines at this moment, no line wider than {@code width}. */
  List<String> frame(long now, int width) {
    List<String> lines = new ArrayList<>();
    running.forEach((step, state) -> lines.add(line(step, state, now, width)));
    if (titles.size() > 1) {
      String summary = "%d of %d steps, %s".formatted(ended, titles.size(), elapsed(begun, now));
      lines.add(style.dim(fit("  " + summary, width)));
    }
    return lines;
  }

  private String line(String step, Running state, long now, int width) {
    String head = title(step) + "  " + elapsed(state.since(), now);
    String text = fit(head, width - 2);
    String detail = fit(state.detail(), width - 4 - text.length());
    String tail = detail.isBlank() ? "" : "  " + style.dim(detail);
    return style.spinner(now / FRAME_NANOS) + " " + text + tail;
  }

  private List<String> plan(List<StepInfo> steps) {
    steps.forEach(step -> titles.put(step.id(), step.title()));
    return List.of();
  }

  private List<String> begin(String step, long now) {
    running.put(step, new Running(now, ""));
    return List.of();
  }

  private List<String> detail(String step, String detail, long now) {
    long since = running.containsKey(step) ? running.get(step).since() : now;
    running.put(step, new Running(since, detail));
    return List.of();
  }

  private List<String> end(String step, String sign, String remark) {
    running.remove(step);
    ended++;
    return List.of(sign + " " + title(step) + style.dim(remark));
  }

  private static String elapsed(long since, long now) {
    return Durations.took(Duration.ofNanos(Math.max(0, now - since)));
  }

  private static String fit(String text, int width) {
    if (width <= 0) {
      return "";
    }
    return text.length() <= width ? text : text.substring(0, width);
  }

  private String title(String step) {
    return titles.getOrDefault(step, step);
  }
}
