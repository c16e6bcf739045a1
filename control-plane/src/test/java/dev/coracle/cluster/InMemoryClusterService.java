package dev.coracle.cluster;

import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.progress.ProgressEvent;
import dev.coracle.cluster.progress.ProgressListener;
import dev.coracle.cluster.progress.StepInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A service whose clusters live in memory: the rules of {@link ClusterService} hold (interrupt
 * undoes, changes exclude each other, events reach every listener), and a test scripts how long a
 * step takes, which one fails and when the engine goes away.
 *
 * <p>Steps of a first start: check-engine, ensure-image, issue-credentials, create-nodes,
 * start-nodes, await-api, await-ready, write-kubeconfig; of others: stop-nodes, pause-nodes,
 * resume-nodes, remove-kubeconfig, remove-nodes.
 */
public final class InMemoryClusterService implements ClusterService {

  private final Map<ClusterName, Cluster> clusters = new ConcurrentSkipListMap<>();
  private final Set<ClusterName> busy = ConcurrentHashMap.newKeySet();
  private final List<Consumer<ClusterEvent>> listeners = new CopyOnWriteArrayList<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final List<StartRequest> requests = new CopyOnWriteArrayList<>();
  private final List<UpgradeRequest> upgrades = new CopyOnWriteArrayList<>();
  private final ScriptedSteps steps = new ScriptedSteps();
  private volatile @Nullable Problem outage;
  private volatile @Nullable Problem refusal;

  /** A service without clusters. */
  public InMemoryClusterService() {}

  /** Adds a cluster or replaces the one of its name, and tells listeners. */
  public InMemoryClusterService put(Cluster cluster) {
    clusters.put(cluster.name(), cluster);
    emit(new ClusterEvent.Changed(cluster));
    return this;
  }

  /** Adds a cluster of one node in this phase. */
  public InMemoryClusterService put(String name, Phase phase) {
    return put(SampleClusters.cluster(name, phase));
  }

  /** Tells every listener this event, as if somebody else had caused it. */
  public void emit(ClusterEvent event) {
    listeners.forEach(listener -> listener.accept(event));
  }

  /** From now on every call throws this problem. */
  public void loseEngine(Problem problem) {
    outage = problem;
    emit(new ClusterEvent.EngineLost(problem));
  }

  /** The engine answers again. */
  public void restoreEngine() {
    outage = null;
    emit(new ClusterEvent.EngineBack("Docker Engine 0.0.0"));
  }

  /** From now on every step takes this long, and reports it. */
  public void delayEveryStep(Duration delay) {
    steps.delayEvery(delay);
  }

  /** From now on this step takes this long, and reports it. */
  public void delay(String step, Duration delay) {
    steps.delay(step, delay);
  }

  /** This step fails, the next time it runs. */
  public void failNext(String step, Problem problem) {
    steps.fail(step, problem);
  }

  /** This step, once it runs, waits until the latch is counted down. */
  public CountDownLatch hold(String step) {
    return steps.hold(step);
  }

  /** Whenever this step begins, these events follow (notices, output, progress). */
  public void tell(String step, ProgressEvent... events) {
    steps.detail(step, List.of(events));
  }

  /** Every call that changes something, in order, for instance {@code "stop demo PT10S"}. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  /** Every request for a start, in order. */
  public List<StartRequest> requests() {
    return List.copyOf(requests);
  }

  @Override
  public List<Cluster> list() {
    checkEngine();
    return List.copyOf(clusters.values());
  }

  @Override
  public Optional<Cluster> find(ClusterName name) {
    checkEngine();
    return Optional.ofNullable(clusters.get(name));
  }

  @Override
  public Cluster require(ClusterName name) {
    return find(name)
        .orElseThrow(
            () ->
                problem(
                    Problem.Code.CLUSTER_NOT_FOUND,
                    "There is no cluster \"%s\".".formatted(name),
                    "Run `coracle start %s` to create it.".formatted(name)));
  }

  @Override
  public List<StepInfo> plan(ClusterName name, StartRequest request) {
    wanted(name, request);
    return find(name)
        .map(cluster -> SampleSteps.start(cluster.status().phase()))
        .orElse(SampleSteps.create());
  }

  @Override
  public Cluster start(ClusterName name, StartRequest request, ProgressListener listener) {
    requests.add(request);
    return exclusively("start " + name, name, () -> startNow(name, request, listener));
  }

  private Cluster startNow(ClusterName name, StartRequest request, ProgressListener listener) {
    List<StepInfo> plan = plan(name, request);
    ClusterSpec spec = wanted(name, request);
    Optional<Cluster> before = find(name);
    if (before.isEmpty()) {
      put(SampleClusters.cluster(name.value(), spec, Phase.CREATING));
    }
    try {
      steps.run(plan, listener);
    } catch (ClusterException e) {
      undo(name, before, request);
      throw e;
    }
    return change(name, spec, Phase.RUNNING);
  }

  private void undo(ClusterName name, Optional<Cluster> before, StartRequest request) {
    if (before.isPresent()) {
      put(before.get());
    } else if (request.keepOnFailure()) {
      change(name, clusters.get(name).spec(), Phase.ERROR);
    } else {
      forget(name);
    }
  }

  /** The spec that is wanted; what cannot change live is refused as a real service refuses it. */
  private ClusterSpec wanted(ClusterName name, StartRequest request) {
    Optional<Cluster> present = find(name);
    ClusterSpec old =
        present.map(Cluster::spec).orElse(ClusterSpec.ofVersion(SampleClusters.VERSION));
    ClusterSpec wanted = request.changes().apply(old);
    if (present.isPresent() && !wanted.kubernetesVersion().equals(old.kubernetesVersion())) {
      throw problem(
          Problem.Code.CANNOT_CHANGE_LIVE,
          "--kubernetes-version cannot change on an existing cluster.",
          "Delete the cluster first, or start another one under another name.");
    }
    return wanted;
  }

  @Override
  public void stop(ClusterName name, Duration grace, ProgressListener listener) {
    operate("stop " + name + " " + grace, name, SampleSteps.stop(), Phase.STOPPED, listener);
  }

  @Override
  public Cluster restart(
      ClusterName name, Duration grace, StartRequest request, ProgressListener listener) {
    stop(name, grace, listener);
    return start(name, request, listener);
  }

  /** From now on no cluster can be upgraded, for this reason. */
  public void refuseUpgrades(Problem why) {
    refusal = why;
  }

  @Override
  public List<StepInfo> planUpgrade(ClusterName name, UpgradeRequest request) {
    Problem why = refusal;
    if (why != null) {
      throw new ClusterException(why);
    }
    KubernetesVersion present = require(name).spec().kubernetesVersion();
    KubernetesVersion wanted = request.version().orElse(SampleClusters.VERSION);
    if (wanted.compareTo(present) < 0) {
      throw problem(
          Problem.Code.CANNOT_CHANGE_LIVE,
          "Kubernetes %s cannot go back to %s.".formatted(present, wanted),
          "Make another cluster.");
    }
    return wanted.equals(present) ? List.of() : SampleSteps.upgrade();
  }

  @Override
  public Cluster upgrade(ClusterName name, UpgradeRequest request, ProgressListener listener) {
    upgrades.add(request);
    return exclusively(
        "upgrade " + name,
        name,
        () -> {
          List<StepInfo> plan = planUpgrade(name, request);
          if (plan.isEmpty()) {
            return require(name);
          }
          steps.run(plan, listener);
          KubernetesVersion version = request.version().orElse(SampleClusters.VERSION);
          ClusterSpec spec = require(name).spec().toBuilder().kubernetesVersion(version).build();
          return change(name, spec, Phase.RUNNING);
        });
  }

  /** Every request for an upgrade, in order. */
  public List<UpgradeRequest> upgrades() {
    return List.copyOf(upgrades);
  }

  @Override
  public void pause(ClusterName name, ProgressListener listener) {
    operate("pause " + name, name, SampleSteps.pause(), Phase.PAUSED, listener);
  }

  @Override
  public void resume(ClusterName name, ProgressListener listener) {
    operate("resume " + name, name, SampleSteps.resume(), Phase.RUNNING, listener);
  }

  @Override
  public boolean delete(ClusterName name, ProgressListener listener) {
    return exclusively(
        "delete " + name,
        name,
        () -> {
          if (find(name).isEmpty()) {
            return false;
          }
          steps.run(SampleSteps.delete(), listener);
          forget(name);
          return true;
        });
  }

  @Override
  public Cluster addNodes(ClusterName name, NodeRole role, int count, ProgressListener listener) {
    String call = "add %d %s to %s".formatted(count, role.label(), name);
    return exclusively(
        call, name, () -> resize(name, role, count, SampleSteps.addNodes(), listener));
  }

  @Override
  public Cluster apply(ClusterName name, StartRequest request, ProgressListener listener) {
    requests.add(request);
    return exclusively("apply " + name, name, () -> startNow(name, request, listener));
  }

  @Override
  public Cluster addWorkers(ClusterName name, NodePool more, ProgressListener listener) {
    String call = "add %d of pool %s to %s".formatted(more.count(), more.name(), name);
    ClusterSpec spec = require(name).spec();
    int count = spec.pool(more.name()).map(NodePool::count).orElse(0) + more.count();
    ClusterSpec wanted = spec.toBuilder().pool(more.withCount(count)).build();
    return exclusively(call, name, () -> change(name, wanted, Phase.RUNNING));
  }

  @Override
  public Cluster removeNodes(
      ClusterName name, List<String> nodes, boolean force, ProgressListener listener) {
    String call = "remove %s from %s force=%s".formatted(String.join(" ", nodes), name, force);
    NodeRole role = requireNode(name, nodes.getFirst()).role();
    return exclusively(
        call, name, () -> resize(name, role, -nodes.size(), SampleSteps.removeNodes(), listener));
  }

  private Cluster resize(
      ClusterName name, NodeRole role, int more, List<StepInfo> plan, ProgressListener listener) {
    ClusterSpec spec = require(name).spec();
    ClusterSpec wanted =
        role == NodeRole.WORKER
            ? spec.toBuilder().workers(spec.workers() + more).build()
            : spec.toBuilder().controlPlanes(spec.controlPlanes() + more).build();
    steps.run(plan, listener);
    return change(name, wanted, Phase.RUNNING);
  }

  private Node requireNode(ClusterName name, String node) {
    return require(name).status().nodes().stream()
        .filter(found -> found.name().equals(node))
        .findFirst()
        .orElseThrow(
            () ->
                problem(
                    Problem.Code.NODE_NOT_FOUND,
                    "Cluster \"%s\" has no node \"%s\".".formatted(name, node),
                    "See `coracle node list`."));
  }

  @Override
  public Cluster stopNode(
      ClusterName name, String node, Duration grace, ProgressListener listener) {
    return changeNode("stop", name, node, SampleSteps.stop(), Node.State.STOPPED, listener);
  }

  @Override
  public Cluster startNode(ClusterName name, String node, ProgressListener listener) {
    return changeNode(
        "start", name, node, SampleSteps.start(Phase.STOPPED), Node.State.RUNNING, listener);
  }

  @Override
  public Cluster addPort(ClusterName name, PortMapping port, ProgressListener listener) {
    List<PortMapping> ports =
        Stream.concat(require(name).spec().ports().stream(), Stream.of(port)).toList();
    return changePorts("add port %s to %s".formatted(port, name), name, ports);
  }

  @Override
  public Cluster removePort(
      ClusterName name, int hostPort, PortMapping.Protocol protocol, ProgressListener listener) {
    List<PortMapping> ports =
        require(name).spec().ports().stream()
            .filter(port -> port.hostPort() != hostPort || port.protocol() != protocol)
            .toList();
    String socket = hostPort + (protocol == PortMapping.Protocol.UDP ? "/udp" : "");
    return changePorts("remove port %s from %s".formatted(socket, name), name, ports);
  }

  @Override
  public void scheduleStop(ClusterName name, Instant at) {
    calls.add("schedule stop of " + name + " at " + at);
    clusters.put(name, SampleClusters.stopping(require(name), Optional.of(at)));
  }

  @Override
  public Optional<Instant> scheduledStop(ClusterName name) {
    return require(name).status().stopsAt();
  }

  @Override
  public boolean cancelScheduledStop(ClusterName name) {
    calls.add("cancel stop of " + name);
    boolean was = scheduledStop(name).isPresent();
    clusters.put(name, SampleClusters.stopping(require(name), Optional.empty()));
    return was;
  }

  private Cluster changePorts(String call, ClusterName name, List<PortMapping> ports) {
    ClusterSpec wanted = require(name).spec().toBuilder().ports(ports).build();
    return exclusively(call, name, () -> change(name, wanted, Phase.RUNNING));
  }

  private Cluster changeNode(
      String verb,
      ClusterName name,
      String node,
      List<StepInfo> plan,
      Node.State after,
      ProgressListener listener) {
    requireNode(name, node);
    return exclusively(
        verb + " " + node + " of " + name,
        name,
        () -> {
          steps.run(plan, listener);
          put(SampleClusters.with(require(name), node, after));
          return require(name);
        });
  }

  @Override
  public String kubeconfig(ClusterName name) {
    return """
    apiVersion: v1
    kind: Config
    current-context: %s
    """
        .formatted(require(name).name().context());
  }

  @Override
  public Subscription watch(Consumer<ClusterEvent> listener) {
    checkEngine();
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void operate(
      String call, ClusterName name, List<StepInfo> plan, Phase after, ProgressListener listener) {
    exclusively(
        call,
        name,
        () -> {
          ClusterSpec spec = require(name).spec();
          steps.run(plan, listener);
          return change(name, spec, after);
        });
  }

  private <T> T exclusively(
      String call, ClusterName name, java.util.function.Supplier<T> operation) {
    checkEngine();
    calls.add(call);
    if (!busy.add(name)) {
      throw problem(
          Problem.Code.CLUSTER_BUSY,
          "Another operation changes cluster \"%s\".".formatted(name),
          "Wait until it is done, then try again.");
    }
    try {
      return operation.get();
    } finally {
      busy.remove(name);
    }
  }

  private Cluster change(ClusterName name, ClusterSpec spec, Phase phase) {
    Cluster changed = SampleClusters.with(clusters.get(name), spec, phase);
    put(changed);
    return changed;
  }

  private void forget(ClusterName name) {
    clusters.remove(name);
    emit(new ClusterEvent.Removed(name));
  }

  private void checkEngine() {
    Problem problem = outage;
    if (problem != null) {
      throw new ClusterException(problem);
    }
  }

  private static ClusterException problem(Problem.Code code, String summary, String advice) {
    return new ClusterException(Problem.of(code, summary, advice));
  }
}
