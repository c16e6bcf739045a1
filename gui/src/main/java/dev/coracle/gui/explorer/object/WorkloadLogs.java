package dev.coracle.gui.explorer.object;

import dev.coracle.cluster.Problem;
import dev.coracle.cluster.Subscription;
import dev.coracle.cluster.resources.KubeObject;
import dev.coracle.cluster.resources.ObjectName;
import dev.coracle.cluster.resources.ResourceKind;
import dev.coracle.gui.async.Job;
import dev.coracle.gui.logs.LogSource;
import dev.coracle.gui.logs.TimedLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The logs of every pod that a workload or a service selects, those too that come while one looks.
 * What can be read alone is one pod.
 */
final class WorkloadLogs implements LogSource {

  private static final int LINES = 200;
  private static final ResourceKind PODS =
      new ResourceKind("", "v1", "Pod", "pods", true, Set.of("list", "watch"), Set.of());

  private final LiveObject workload;

  WorkloadLogs(LiveObject workload) {
    this.workload = workload;
  }

  @Override
  public List<String> components(Optional<String> node) {
    return pods(selector()).stream().map(pod -> pod.id().name()).toList();
  }

  private String selector() {
    return workload.find().map(PodSelector::of).orElse("");
  }

  private List<KubeObject> pods(String selector) {
    return selector.isEmpty()
        ? List.of()
        : workload.resources().objects(PODS, workload.id().namespace(), selector);
  }

  @Override
  public Subscription read(
      Optional<String> node,
      Optional<String> component,
      Consumer<TimedLine> lines,
      Consumer<Problem> problem) {
    return new Reading(selector(), component, lines, problem);
  }

  /** Every stream of one look; a pod that comes later gets its own. */
  private final class Reading implements Subscription {

    private final String selector;
    private final Optional<String> only;
    private final Consumer<TimedLine> lines;
    private final Map<String, Job> jobs = new HashMap<>();
    private final Job watch;
    private boolean closed;

    Reading(
        String selector,
        Optional<String> only,
        Consumer<TimedLine> lines,
        Consumer<Problem> problem) {
      this.selector = selector;
      this.only = only;
      this.lines = lines;
      this.watch =
          workload
              .background()
              .run(
                  () -> {
                    workload.resources().watch(PODS, workload.id().namespace(), _ -> followNew());
                    return workload;
                  },
                  _ -> {},
                  problem);
    }

    /** A pod that does not run yet has no log; its next change comes here too. */
    private void followNew() {
      pods(selector).stream()
          .filter(pod -> only.filter(name -> !name.equals(pod.id().name())).isEmpty())
          .filter(pod -> !pod.at("status", "phase").text().equals("Pending"))
          .forEach(this::follow);
    }

    private synchronized void follow(KubeObject pod) {
      for (String container : PodLogs.containers(pod).toList()) {
        String key = pod.uid() + " " + container;
        if (!closed && !jobs.containsKey(key)) {
          jobs.put(key, read(pod.id(), container, () -> forget(key)));
        }
      }
    }

    /** A container that is not there yet, or not any more, is tried at the pod's next change. */
    private Job read(ObjectName pod, String container, Runnable onEnd) {
      return PodLogs.follow(
          workload,
          pod,
          container,
          LINES,
          line -> lines.accept(PodLogs.named(pod, shortName(pod), line)),
          _ -> onEnd.run());
    }

    private synchronized void forget(String key) {
      jobs.remove(key);
    }

    /** Pods of a workload begin with its name, which everybody knows here. */
    private String shortName(ObjectName pod) {
      String prefix = workload.id().name() + "-";
      return pod.name().startsWith(prefix) ? pod.name().substring(prefix.length()) : pod.name();
    }

    @Override
    public synchronized void close() {
      closed = true;
      watch.cancel();
      jobs.values().forEach(Job::cancel);
    }
  }

  /** Whether an object of this kind selects pods. */
  static boolean has(ResourceKind kind) {
    return Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "Service")
        .contains(kind.kind());
  }
}
