package dev.coracle.cluster;

import dev.coracle.cluster.ClusterStatus.Phase;
import dev.coracle.cluster.progress.ProgressEvent;
import dev.coracle.cluster.progress.ProgressListener;
import dev.coracle.cluster.progress.StepInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;

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

  private final InMemoryState state = new InMemoryState();
  private final ScriptedSteps steps = new ScriptedSteps();
  private final InMemoryStarts starts = new InMemoryStarts(state, steps);
  private final InMemoryUpgrades upgrades = new InMemoryUpgrades(state, steps);
  private final InMemoryNodes nodes = new InMemoryNodes(state, steps);

  /** A service without clusters. */
  public InMemoryClusterService() {}

  /** Adds a cluster or replaces the one of its name, and tells listeners. */
  public InMemoryClusterService put(Cluster cluster) {
    state.put(cluster);
    return this;
  }

  /** Adds a cluster of one node in this phase. */
  public InMemoryClusterService put(String name, Phase phase) {
    return put(SampleClusters.cluster(name, phase));
  }

  /** Tells every listener this event, as if somebody else had caused it. */
  public void emit(ClusterEvent event) {
    state.emit(event);
  }

  /** From now on every call throws this problem. */
  public void loseEngine(Problem problem) {
    state.outage(problem);
    emit(new ClusterEvent.EngineLost(problem));
  }

  /** The engine answers again. */
  public void restoreEngine() {
    state.outage(null);
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

  /** From now on no cluster can be upgraded, for this reason. */
  public void refuseUpgrades(Problem why) {
    upgrades.refuse(why);
  }

  /** Every call that changes something, in order, for instance {@code "stop demo PT10S"}. */
  public List<String> calls() {
    return state.calls();
  }

  /** Every request for a start, in order. */
  public List<StartRequest> requests() {
    return starts.requests();
  }

  /** Every request for an upgrade, in order. */
  public List<UpgradeRequest> upgrades() {
    return upgrades.requests();
  }

  @Override
  public List<Cluster> list() {
    return state.list();
  }

  @Override
  public Optional<Cluster> find(ClusterName name) {
    return state.find(name);
  }

  @Override
  public Cluster require(ClusterName name) {
    return state.require(name);
  }

  @Override
  public List<StepInfo> plan(ClusterName name, StartRequest request) {
    return starts.plan(name, request);
  }

  @Override
  public Cluster start(ClusterName name, StartRequest request, ProgressListener listener) {
    return starts.run("start", name, request, listener);
  }

  @Override
  public Cluster apply(ClusterName name, StartRequest request, ProgressListener listener) {
    return starts.run("apply", name, request, listener);
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

  @Override
  public List<StepInfo> planUpgrade(ClusterName name, UpgradeRequest request) {
    return upgrades.plan(name, request);
  }

  @Override
  public Cluster upgrade(ClusterName name, UpgradeRequest request, ProgressListener listener) {
    return upgrades.run(name, request, listener);
  }

  @Override
  public void pause(ClusterName name, ProgressListener listener) {
    operate("pause " + name, name, SampleSteps.pause(), Phase.PAUSED, listener);
  }

  @Override
  public void resume(ClusterName name, ProgressListener listener) {
    operate("resume " + name, name, SampleSteps.resume(), Phase.RUNNING, listener);
  }

  private void operate(
      String call, ClusterName name, List<StepInfo> plan, Phase after, ProgressListener listener) {
    state.exclusively(
        call,
        name,
        () -> {
          ClusterSpec spec = require(name).spec();
          steps.run(plan, listener);
          return state.change(name, spec, after);
        });
  }

  @Override
  public boolean delete(ClusterName name, ProgressListener listener) {
    return state.exclusively(
        "delete " + name,
        name,
        () -> {
          boolean existed = find(name).isPresent();
          if (existed) {
            steps.run(SampleSteps.delete(), listener);
            state.forget(name);
          }
          return existed;
        });
  }

  @Override
  public Cluster addNodes(ClusterName name, NodeRole role, int count, ProgressListener listener) {
    return nodes.add(name, role, count, listener);
  }

  @Override
  public Cluster addWorkers(ClusterName name, NodePool more, ProgressListener listener) {
    return nodes.add(name, more);
  }

  @Override
  public Cluster removeNodes(
      ClusterName name, List<String> names, boolean force, ProgressListener listener) {
    return nodes.remove(name, names, force, listener);
  }

  @Override
  public Cluster stopNode(
      ClusterName name, String node, Duration grace, ProgressListener listener) {
    return nodes.stop(name, node, listener);
  }

  @Override
  public Cluster startNode(ClusterName name, String node, ProgressListener listener) {
    return nodes.start(name, node, listener);
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

  private Cluster changePorts(String call, ClusterName name, List<PortMapping> ports) {
    ClusterSpec wanted = require(name).spec().toBuilder().ports(ports).build();
    return state.exclusively(call, name, () -> state.change(name, wanted, Phase.RUNNING));
  }

  @Override
  public void scheduleStop(ClusterName name, Instant at) {
    state.called("schedule stop of " + name + " at " + at);
    state.putSilently(SampleClusters.stopping(require(name), Optional.of(at)));
  }

  @Override
  public Optional<Instant> scheduledStop(ClusterName name) {
    return require(name).status().stopsAt();
  }

  @Override
  public boolean cancelScheduledStop(ClusterName name) {
    state.called("cancel stop of " + name);
    boolean was = scheduledStop(name).isPresent();
    state.putSilently(SampleClusters.stopping(require(name), Optional.empty()));
    return was;
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
    return state.watch(listener);
  }
}
