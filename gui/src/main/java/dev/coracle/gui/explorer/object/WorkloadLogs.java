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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The logs of every pod that a workload or a service selects, those too that come while one looks.
 * What can be read alone is one pod.
 */
final class WorkloadLogs implements LogSource {

  private static final int LINES = 200;
  private static final ResourceKind PODS =
      new ResourceKind("", "v1", "Pod", "pods", true, Set.of("list", "watch"), Set.of());

  private final ResourceKind kind;
  private final ObjectName workload;
  private final Supplier<ClusterResources> resources;
  private final Background background;

  WorkloadLogs(
      ResourceKind kind,
      ObjectName workload,
      Supplier<ClusterResources> resources,
      Background background) {
    this.kind = kind;
    this.workload = workload;
    this.resources = resources;
    this.background = background;
  }

  @Override
  public List<String> components(Optional<String> node) {
    return pods().stream().map(pod -> pod.id().name()).toList();
  }

  private List<KubeObject> pods() {
    Optional<KubeObject> known = resources.get().find(kind, workload);
    String selector = known.map(PodSelector::of).orElse("");
    return selector.isEmpty()
        ? List.of()
        : resources.get().objects(PODS, workload.namespace(), selector);
  }

  @Override
  public Subscription read(
      Optional<String> node,
      Optional<String> component,
      Consumer<LogLine> lines,
      Consumer<Problem> problem) {
    Reading reading = new Reading(component, lines, problem);
    reading.begin();
    return reading;
  }

  /** Every stream of one look; a pod that comes later gets its own. */
  private final class Reading implements Subscription {

    private final Optional<String> only;
    private final Consumer<LogLine> lines;
    private final Map<String, Job> jobs = new HashMap<>();
    private final Job watch;
    private boolean closed;

    Reading(Optional<String> only, Consumer<LogLine> lines, Consumer<Problem> problem) {
      this.only = only;
      this.lines = lines;
      this.watch =
          background.run(
              () -> {
                resources.get().watch(PODS, workload.namespace(), _ -> followNew());
                return workload;
              },
              _ -> {},
              problem);
    }

    void begin() {
      followNew();
    }

    /** A pod that does not run yet has no log; its next change comes here too. */
    private void followNew() {
      pods().stream()
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
      return background.run(
          () -> {
            resources
                .get()
                .logs(
                    pod,
                    container,
                    LINES,
                    true,
                    line -> lines.accept(new LogLine(pod.name(), shortName(pod), line)));
            return container;
          },
          _ -> {},
          _ -> onEnd.run());
    }

    private synchronized void forget(String key) {
      jobs.remove(key);
    }

    /** Pods of a workload begin with its name, which everybody knows here. */
    private String shortName(ObjectName pod) {
      String prefix = workload.name() + "-";
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
