package dev.coracle.gui.explorer.object;

import dev.coracle.cluster.NodeAccess.LogLine;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.Subscription;
import dev.coracle.cluster.resources.KubeObject;
import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.PodLogLine;
import dev.coracle.gui.async.Job;
import dev.coracle.gui.logs.LogSource;
import dev.coracle.gui.logs.TimedLine;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The logs of a pod's containers. */
final class PodLogs implements LogSource {

  private static final int LINES = 1_000;

  private final LiveObject pod;

  PodLogs(LiveObject pod) {
    this.pod = pod;
  }

  @Override
  public List<String> components(Optional<String> node) {
    return pod.find().stream().flatMap(PodLogs::containers).toList();
  }

  /** The names of a pod's containers. */
  static Stream<String> containers(KubeObject known) {
    return Stream.of("containers", "initContainers")
        .flatMap(list -> known.at("spec", list).items().stream())
        .map(container -> container.at("name").text());
  }

  @Override
  public Subscription read(
      Optional<String> node,
      Optional<String> component,
      Consumer<TimedLine> lines,
      Consumer<Problem> problem) {
    List<String> wanted = component.map(List::of).orElseGet(() -> components(node));
    List<Job> jobs =
        wanted.stream()
            .map(
                it ->
                    follow(
                        pod,
                        pod.id(),
                        it,
                        LINES,
                        line -> lines.accept(named(pod.id(), it, line)),
                        problem))
            .toList();
    return () -> jobs.forEach(Job::cancel);
  }

  /** A pod's line as it is shown: under this name, without its time. */
  static TimedLine named(ObjectName pod, String name, PodLogLine line) {
    return new TimedLine(line.at(), new LogLine(pod.name(), name, line.text()));
  }

  /**
   * Follows the log of a container in the background.
   *
   * @param last so many lines of before
   * @param problem takes what ends it, unless the container does
   */
  static Job follow(
      LiveObject via,
      ObjectName pod,
      String container,
      int last,
      Consumer<PodLogLine> lines,
      Consumer<Problem> problem) {
    return via.background()
        .run(
            () -> {
              via.resources().logs(pod, container, last, true, lines);
              return container;
            },
            _ -> {},
            problem);
  }
}
