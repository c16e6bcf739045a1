package dev.coracle.launcher.output;

import dev.coracle.cluster.Problem;
import dev.coracle.cluster.progress.ProgressEvent;
import dev.coracle.cluster.progress.ProgressEvent.Advanced;
import dev.coracle.cluster.progress.ProgressEvent.Failed;
import dev.coracle.cluster.progress.ProgressEvent.Notice;
import dev.coracle.cluster.progress.ProgressEvent.Output;
import dev.coracle.cluster.progress.ProgressEvent.Planned;
import dev.coracle.cluster.progress.ProgressEvent.Skipped;
import dev.coracle.cluster.progress.ProgressEvent.Started;
import dev.coracle.cluster.progress.ProgressEvent.Succeeded;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** One JSON object a line for every event, for programs. */
final class JsonProgress implements Progress {

  private final PrintStream out;
  private final InstantSource clock;

  JsonProgress(PrintStream out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  @Override
  public synchronized void on(ProgressEvent event) {
    switch (event) {
      case Planned planned -> print("planned", Map.of("steps", planned.steps()));
      case Started started -> print("started", step(started.step()));
      case Advanced advanced -> print("advanced", advanced(advanced));
      case Output output -> print("output", step(output.step(), "line", output.line()));
      case Succeeded succeeded ->
          print("succeeded", step(succeeded.step(), "ms", succeeded.took().toMillis()));
      case Skipped skipped -> print("skipped", step(skipped.step(), "why", skipped.why()));
      case Failed failed ->
          print("failed", step(failed.step(), "problem", ProblemView.of(failed.problem())));
      case Notice notice -> print("notice", Map.of("message", notice.message()));
    }
  }

  /** The last line of an operation that failed. */
  void problem(Problem problem) {
    print("error", Map.of("problem", ProblemView.of(problem)));
  }

  private static Map<String, Object> advanced(Advanced advanced) {
    Map<String, Object> fields = step(advanced.step(), "done", advanced.done());
    fields.put("total", advanced.total());
    fields.put("unit", advanced.unit());
    return fields;
  }

  private static Map<String, Object> step(String step) {
    return new LinkedHashMap<>(Map.of("step", step));
  }

  private static Map<String, Object> step(String step, String key, Object value) {
    Map<String, Object> fields = step(step);
    fields.put(key, value);
    return fields;
  }

  private void print(String event, Map<String, ?> fields) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("event", event);
    line.put("at", clock.instant());
    line.putAll(fields);
    out.println(Data.jsonLine(line));
    out.flush();
  }

  @Override
  public void close() {
    out.flush();
  }
}
