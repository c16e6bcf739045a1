package dev.coracle.gui.explorer.object;

import dev.coracle.cluster.NodeAccess.LogLine;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.Subscription;
import dev.coracle.cluster.resources.ClusterResources;
import dev.coracle.cluster.resources.KubeObject;
import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.ResourceKind;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.async.Job;
import dev.coracle.gui.logs.LogSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The logs of a pod's containers. */
final class PodLogs implements LogSource {

  private static final int LINES = 1_000;

  private final ResourceKind kind;
  private final ObjectName pod;
  private final Supplier<ClusterResources> resources;
  private final Background background;

  PodLogs(
      ResourceKind kind,
      ObjectName pod,
      Supplier<ClusterResources> resources,
      Background background) {
    this.kind = kind;
    this.pod = pod;
    this.resources = resources;
    this.background = background;
  }

  @Override
  public List<String> components(Optional<String> node) {
    return resources.get().find(kind, pod).stream().flatMap(PodLogs::containers).toList();
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
      Consumer<LogLine> lines,
      Consumer<Problem> problem) {
    List<String> wanted = component.map(List::of).orElseGet(() -> components(node));
    List<Job> jobs = wanted.stream().map(it -> follow(it, lines, problem)).toList();
    return () -> jobs.forEach(Job::cancel);
  }

  private Job follow(String container, Consumer<LogLine> lines, Consumer<Problem> problem) {
    return background.run(
        () -> {
          resources
              .get()
              .logs(
                  pod,
                  container,
                  LINES,
                  true,
                  line -> lines.accept(new LogLine(pod.name(), container, line)));
          return container;
        },
        _ -> {},
        problem);
  }
}
