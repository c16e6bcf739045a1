package dev.coracle.gui.explorer.object;

import dev.coracle.cluster.Problem;
import dev.coracle.cluster.Subscription;
import dev.coracle.cluster.resources.ClusterResources;
import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.PodLogLine;
import dev.coracle.cluster.resources.ResourceKind;
import dev.coracle.gui.async.Background;
import dev.coracle.gui.async.Job;
import dev.coracle.gui.logs.LogSource;
import dev.coracle.gui.logs.TimedLine;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The logs of pods that somebody chose, as one, by time. A pod that ends or is gone does not end
 * the others.
 *
 * @param kind the kind of pods
 * @param pods the pods
 * @param connection the connection that is open now
 * @param background blocking work
 */
record ChosenPods(
    ResourceKind kind,
    List<ObjectName> pods,
    Supplier<ClusterResources> connection,
    Background background)
    implements LogSource {

  private static final int LINES = 200;

  @Override
  public List<String> components(Optional<String> node) {
    return pods.stream().map(ObjectName::name).toList();
  }

  @Override
  public Subscription read(
      Optional<String> node,
      Optional<String> component,
      Consumer<TimedLine> lines,
      Consumer<Problem> problem) {
    List<Job> jobs =
        pods.stream()
            .filter(pod -> component.filter(name -> !name.equals(pod.name())).isEmpty())
            .flatMap(pod -> follow(pod, lines))
            .toList();
    return () -> jobs.forEach(Job::cancel);
  }

  private Stream<Job> follow(ObjectName pod, Consumer<TimedLine> lines) {
    LiveObject live = new LiveObject(kind, pod, connection, background);
    Consumer<PodLogLine> tell = line -> lines.accept(PodLogs.named(pod, pod.name(), line));
    return live.find().stream()
        .flatMap(PodLogs::containers)
        .map(container -> PodLogs.follow(live, pod, container, LINES, tell, _ -> {}));
  }
}
