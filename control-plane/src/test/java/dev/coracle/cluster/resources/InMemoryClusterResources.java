package dev.coracle.cluster.resources;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The inside of a cluster in memory: objects, their versions and watches; no controllers. */
public final class InMemoryClusterResources implements ClusterResources {

  private static final Optional<ResourceEvent> NONE = Optional.empty();

  private record Key(ResourceKind kind, ObjectName id) {}

  private record Watch(
      ResourceKind kind, String namespace, BlockingQueue<Optional<ResourceEvent>> queue) {

    boolean covers(Key key) {
      return kind.toString().equals(key.kind().toString())
          && (namespace.isEmpty() || namespace.equals(key.id().namespace()));
    }
  }

  private final Map<String, Map<Key, KubeObject>> objects = new TreeMap<>();
  private final InMemoryLogs logs = new InMemoryLogs();
  private final List<EchoTerminal> terminals = new CopyOnWriteArrayList<>();
  private final List<Watch> watches = new CopyOnWriteArrayList<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private volatile @Nullable Problem outage;
  private volatile @Nullable Problem protection;
  private long version;

  /** Keeps the objects of a manifest, new or changed. */
  public InMemoryClusterResources put(String yaml) {
    ObjectText.read(yaml).forEach(object -> apply(object, WriteMode.PERSIST));
    calls.clear();
    return this;
  }

  /** A line that a container of this pod writes, after all that were written before. */
  public void log(ObjectName pod, String line) {
    logs.write(pod, line);
  }

  /** A line that a container of this pod writes at this time. */
  public void log(ObjectName pod, Instant at, String line) {
    logs.write(pod, at, line);
  }

  /** From now on every call throws this, and every watch ends with it. */
  public void lose(Problem problem) {
    outage = problem;
    watches.forEach(watch -> watch.queue().add(NONE));
  }

  /** It answers again. */
  public void restore() {
    outage = null;
  }

  /** Every change, in order, for instance {@code scale Deployment default/web 3}. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  /** How many watches are open. */
  public int watchers() {
    return watches.size();
  }

  @Override
  public List<ResourceKind> kinds() {
    check();
    return SampleKinds.all();
  }

  @Override
  public synchronized ResourceTable list(ResourceKind kind, String namespace) {
    check();
    Watch all = new Watch(kind, namespace, new LinkedBlockingQueue<>());
    List<ResourceRow> rows =
        of(kind).entrySet().stream()
            .filter(entry -> all.covers(entry.getKey()))
            .map(entry -> SampleTables.row(kind, entry.getValue()))
            .toList();
    return new ResourceTable(SampleTables.columns(kind), rows);
  }

  private Map<Key, KubeObject> of(ResourceKind kind) {
    return objects.computeIfAbsent(kind.toString(), _ -> new LinkedHashMap<>());
  }

  @Override
  public void watch(ResourceKind kind, String namespace, Consumer<ResourceEvent> listener) {
    Watch watch = new Watch(kind, namespace, new LinkedBlockingQueue<>());
    synchronized (this) {
      listener.accept(new ResourceEvent.Snapshot(list(kind, namespace)));
      watches.add(watch);
    }
    try {
      for (var event = watch.queue().take(); true; event = watch.queue().take()) {
        check();
        event.ifPresent(listener);
      }
    } catch (InterruptedException _) {
      throw ApiFailures.interrupted();
    } finally {
      watches.remove(watch);
    }
  }

  @Override
  public synchronized Optional<KubeObject> find(ResourceKind kind, ObjectName id) {
    check();
    return Optional.ofNullable(of(kind).get(new Key(kind, id)));
  }

  @Override
  public synchronized List<KubeObject> events(KubeObject about) {
    check();
    return of(SampleKinds.EVENTS).values().stream()
        .filter(event -> event.at("involvedObject", "name").text().equals(about.id().name()))
        .toList()
        .reversed();
  }

  @Override
  public synchronized KubeObject apply(KubeObject object, WriteMode mode) {
    Key key = key(object);
    KubeObject old = of(key.kind()).get(key);
    Map<String, Object> fields = old == null ? Map.of() : old.content();
    return write("apply", key, KubeObject.of(MergePatch.merged(fields, object.content())), mode);
  }

  @Override
  public synchronized KubeObject replace(KubeObject object, WriteMode mode) {
    Key key = key(object);
    KubeObject old = require(key);
    String seen = object.at("metadata", "resourceVersion").text();
    if (!seen.isEmpty() && !seen.equals(old.at("metadata", "resourceVersion").text())) {
      throw ApiFailures.failed(
          "the object has been modified; please apply your changes to the latest version");
    }
    return write("replace", key, object, mode);
  }

  @Override
  public synchronized boolean delete(ResourceKind kind, ObjectName id) {
    check();
    Key key = new Key(kind, id);
    boolean existed = of(kind).remove(key) != null;
    if (existed) {
      calls.add("delete %s %s".formatted(kind.kind(), id));
      tell(key, new ResourceEvent.Removed(id));
    }
    return existed;
  }

  @Override
  public void scale(ResourceKind kind, ObjectName id, int replicas) {
    calls.add("scale %s %s %d".formatted(kind.kind(), id, replicas));
    change(new Key(kind, id), Map.of("spec", Map.of("replicas", replicas)));
  }

  @Override
  public void restart(ResourceKind kind, ObjectName id) {
    calls.add("restart %s %s".formatted(kind.kind(), id));
    var annotations = Map.of("kubectl.kubernetes.io/restartedAt", Instant.EPOCH.toString());
    var template = Map.of("metadata", Map.of("annotations", annotations));
    change(new Key(kind, id), Map.of("spec", Map.of("template", template)));
  }

  @Override
  public void cordon(String node, boolean wanted) {
    calls.add("cordon %s %s".formatted(node, wanted));
    String shown = wanted ? "Ready,SchedulingDisabled" : "Ready";
    Key key = new Key(SampleKinds.NODES, ObjectName.global(node));
    change(key, Map.of("spec", Map.of("unschedulable", wanted), "status", Map.of("shown", shown)));
  }

  @Override
  public int drain(String node, Duration limit) {
    check();
    cordon(node, true);
    calls.set(calls.size() - 1, "drain %s %s".formatted(node, limit));
    Problem budget = protection;
    if (budget != null) {
      throw new ClusterException(budget);
    }
    List<KubeObject> pods =
        objects(SampleKinds.PODS, "", "").stream().filter(pod -> isToMove(pod, node)).toList();
    pods.forEach(pod -> delete(SampleKinds.PODS, pod.id()));
    calls.removeIf(call -> call.startsWith("delete Pod"));
    return pods.size();
  }

  /** A budget keeps pods on their nodes: every drain ends with this problem. */
  public void protect(Problem problem) {
    protection = problem;
  }

  private static boolean isToMove(KubeObject pod, String node) {
    return pod.at("spec", "nodeName").text().equals(node)
        && pod.at("metadata", "ownerReferences").items().stream()
            .noneMatch(owner -> owner.at("kind").text().equals("DaemonSet"));
  }

  @Override
  public synchronized List<KubeObject> objects(
      ResourceKind kind, String namespace, String selector) {
    check();
    return of(kind).values().stream()
        .filter(object -> namespace.isEmpty() || object.id().namespace().equals(namespace))
        .filter(object -> selects(selector, object.at("metadata", "labels")))
        .toList();
  }

  private static boolean selects(String selector, KubeValue labels) {
    return selector.isEmpty()
        || Stream.of(selector.split(","))
            .map(term -> term.split("=", 2))
            .allMatch(term -> labels.at(term[0]).text().equals(term[1]));
  }

  @Override
  public void logs(
      ObjectName pod, String container, int lines, boolean follow, Consumer<PodLogLine> listener) {
    check();
    logs.read(pod, lines, follow, listener);
  }

  @Override
  public PodTerminal terminal(ObjectName pod, String container, List<String> command) {
    check();
    require(new Key(SampleKinds.PODS, pod));
    calls.add("terminal %s %s".formatted(pod, container));
    EchoTerminal opened = new EchoTerminal();
    terminals.add(opened);
    return opened;
  }

  /** Every terminal that was opened, in order. */
  public List<EchoTerminal> terminals() {
    return List.copyOf(terminals);
  }

  @Override
  public PortForward forward(ObjectName pod, int port, int localPort, Consumer<Problem> onProblem) {
    check();
    calls.add("forward %s %d".formatted(pod, port));
    return new EchoForward(localPort);
  }

  @Override
  public void close() {}

  private synchronized void change(Key key, Map<String, Object> patch) {
    KubeObject old = require(key);
    store(key, KubeObject.of(MergePatch.merged(old.content(), patch)));
  }

  private KubeObject require(Key key) {
    KubeObject found = of(key.kind()).get(key);
    if (found == null) {
      throw ApiFailures.failed(
          "%s \"%s\" not found".formatted(key.kind().plural(), key.id().name()));
    }
    return found;
  }

  private KubeObject write(String verb, Key key, KubeObject object, WriteMode mode) {
    if (!key.id().name().matches("[a-z0-9]([-a-z0-9.:]*[a-z0-9])?")) {
      throw ApiFailures.failed(
          "%s \"%s\" is invalid".formatted(key.kind().kind(), key.id().name()));
    }
    if (mode == WriteMode.DRY_RUN) {
      return object;
    }
    calls.add("%s %s %s".formatted(verb, key.kind().kind(), key.id()));
    return store(key, object);
  }

  private KubeObject store(Key key, KubeObject object) {
    KubeObject kept = stamped(key, object);
    of(key.kind()).put(key, kept);
    tell(key, new ResourceEvent.Changed(SampleTables.row(key.kind(), kept)));
    return kept;
  }

  private KubeObject stamped(Key key, KubeObject object) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("uid", object.uid().isEmpty() ? UUID.randomUUID().toString() : object.uid());
    metadata.put("resourceVersion", String.valueOf(++version));
    if (key.kind().namespaced()) {
      metadata.put("namespace", key.id().namespace());
    }
    return KubeObject.of(MergePatch.merged(object.content(), Map.of("metadata", metadata)));
  }

  private void tell(Key key, ResourceEvent event) {
    watches.stream()
        .filter(watch -> watch.covers(key))
        .forEach(watch -> watch.queue().add(Optional.of(event)));
  }

  private Key key(KubeObject object) {
    check();
    ResourceKind kind =
        SampleKinds.all().stream()
            .filter(it -> it.kind().equals(object.kind()))
            .filter(it -> it.apiVersion().equals(object.apiVersion()))
            .findFirst()
            .orElseThrow(
                () -> ApiFailures.failed("the cluster does not know the kind " + object.kind()));
    ObjectName id = object.id();
    boolean lacksNamespace = kind.namespaced() && id.namespace().isEmpty();
    return new Key(kind, lacksNamespace ? new ObjectName("default", id.name()) : id);
  }

  private void check() {
    Problem problem = outage;
    if (problem != null) {
      throw new ClusterException(problem);
    }
  }
}
