package dev.coracle.cluster.local;

import dev.coracle.cluster.Cluster;
import dev.coracle.cluster.ClusterEvent;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterService;
import dev.coracle.cluster.NodePool;
import dev.coracle.cluster.NodeRole;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.PortMapping.Protocol;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.StartRequest;
import dev.coracle.cluster.Subscription;
import dev.coracle.cluster.UpgradeRequest;
import dev.coracle.cluster.bootstrap.StepRunner;
import dev.coracle.cluster.engine.ContainerInfo;
import dev.coracle.cluster.local.member.NodeChanges;
import dev.coracle.cluster.local.network.PortChanges;
import dev.coracle.cluster.local.observation.ClusterWatch;
import dev.coracle.cluster.local.observation.Observer;
import dev.coracle.cluster.local.observation.Unsettled;
import dev.coracle.cluster.local.parts.ClusterLocks;
import dev.coracle.cluster.local.parts.ClusterParts;
import dev.coracle.cluster.local.parts.Inventory;
import dev.coracle.cluster.local.parts.KubeconfigEntries;
import dev.coracle.cluster.local.parts.Tools;
import dev.coracle.cluster.local.start.NodeImageChange;
import dev.coracle.cluster.local.start.Starting;
import dev.coracle.cluster.local.stop.Deletion;
import dev.coracle.cluster.local.stop.Pausing;
import dev.coracle.cluster.local.stop.ScheduledStop;
import dev.coracle.cluster.local.stop.Stopping;
import dev.coracle.cluster.node.KeptAwake;
import dev.coracle.cluster.progress.ProgressListener;
import dev.coracle.cluster.progress.StepInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The cluster service on the local engine. */
public final class LocalClusters implements ClusterService {

  /** Between two looks at a cluster that is about to become well. */
  private static final Duration SETTLING = Duration.ofSeconds(2);

  private final Tools tools;
  private final SettledLocks locks;
  private final Inventory inventory;
  private final Observer observer;
  private final KubeconfigEntries kubeconfig;

  LocalClusters(Tools tools) {
    this.tools = tools;
    this.locks = new SettledLocks(tools);
    this.inventory = new Inventory(tools.engine());
    this.kubeconfig = new KubeconfigEntries(tools);
    this.observer = new Observer(tools.engine(), tools.locks(), kubeconfig::look, tools.clock());
  }

  @Override
  public List<Cluster> list() {
    return observer.observe(inventory.all());
  }

  @Override
  public Optional<Cluster> find(ClusterName name) {
    return inventory.find(name).map(observer::observe);
  }

  @Override
  public Cluster require(ClusterName name) {
    return observer.observe(requireParts(name));
  }

  private ClusterParts requireParts(ClusterName name) {
    return inventory.require(name);
  }

  @Override
  public List<StepInfo> plan(ClusterName name, StartRequest request) {
    try (Starting starting = starting(name, request)) {
      return starting.plan().infos();
    }
  }

  private Starting starting(ClusterName name, StartRequest request) {
    return new Starting(tools, name, request, inventory.find(name));
  }

  @Override
  public Cluster start(ClusterName name, StartRequest request, ProgressListener listener) {
    try (ClusterLocks.Held _ = locks.waking(name);
        Starting starting = starting(name, request)) {
      starting.prepare();
      starting.run(listener);
      ClusterParts parts = requireParts(name);
      return starting.awaitsAll() && !parts.isBare()
          ? observer.observeStarted(parts)
          : observer.observe(parts);
    }
  }

  @Override
  public void scheduleStop(ClusterName name, Instant at) {
    try (ClusterLocks.Held _ = locks.resting(name)) {
      new ScheduledStop(tools, requireRunning(name)).set(at);
    }
  }

  @Override
  public Optional<Instant> scheduledStop(ClusterName name) {
    return requireParts(name).stopsAfter(tools.clock().instant());
  }

  @Override
  public boolean cancelScheduledStop(ClusterName name) {
    try (ClusterLocks.Held _ = locks.resting(name)) {
      return new ScheduledStop(tools, requireParts(name)).cancel();
    }
  }

  @Override
  public Cluster apply(ClusterName name, StartRequest request, ProgressListener listener) {
    try (ClusterLocks.Held _ = locks.waking(name)) {
      Optional<ClusterParts> whole =
          inventory.find(name).filter(it -> it.kept().isPresent() && !it.unfinished());
      if (whole.isPresent()) {
        new Alignment(tools, whole.get(), request, listener).run();
        return require(name);
      }
    }
    return start(name, request, listener);
  }

  @Override
  public void stop(ClusterName name, Duration grace, ProgressListener listener) {
    try (ClusterLocks.Held _ = tools.locks().take(name)) {
      ClusterParts parts = requireParts(name);
      // A stop that was begun is not taken back.
      new StepRunner(listener).run(new Stopping(tools.engine().containers(), parts, grace).plan());
      new ScheduledStop(tools, parts).cancel();
    }
  }

  @Override
  public Cluster restart(
      ClusterName name, Duration grace, StartRequest request, ProgressListener listener) {
    NodeImageChange.check(tools.images(), requireParts(name), request.image());
    stop(name, grace, listener);
    return start(name, request, listener);
  }

  @Override
  public List<StepInfo> planUpgrade(ClusterName name, UpgradeRequest request) {
    return new Upgrades(tools, name).plan(request);
  }

  @Override
  public Cluster upgrade(ClusterName name, UpgradeRequest request, ProgressListener listener) {
    try (ClusterLocks.Held _ = locks.waking(name)) {
      new Upgrades(tools, name).run(request, listener);
      ScheduledStop.of(tools, name).ifPresent(ScheduledStop::renew);
    }
    return require(name);
  }

  @Override
  public void pause(ClusterName name, ProgressListener listener) {
    try (ClusterLocks.Held _ = locks.resting(name)) {
      ClusterParts parts = requireRunning(name);
      new StepRunner(listener).run(new Pausing(tools.engine().containers(), parts).pause());
    }
  }

  private ClusterParts requireRunning(ClusterName name) {
    ClusterParts parts = requireParts(name);
    if (!parts.anyNodeIs(ContainerInfo.State.RUNNING)) {
      throw new ClusterException(
          Problem.of(
              Problem.Code.CLUSTER_NOT_RUNNING,
              "Cluster \"%s\" does not run, so that cannot be done.".formatted(name),
              "Start it with `coracle start %s`.".formatted(name)));
    }
    return parts;
  }

  @Override
  public void resume(ClusterName name, ProgressListener listener) {
    try (ClusterLocks.Held _ = tools.locks().take(name)) {
      ClusterParts parts = requireParts(name);
      new StepRunner(listener).run(new Pausing(tools.engine().containers(), parts).resume());
      KeptAwake.wake(tools.engine(), name);
    }
  }

  @Override
  public boolean delete(ClusterName name, ProgressListener listener) {
    try (ClusterLocks.Held _ = tools.locks().take(name)) {
      boolean existed = inventory.find(name).isPresent();
      new StepRunner(listener).run(new Deletion(tools, name).plan());
      return existed;
    }
  }

  @Override
  public Cluster addNodes(ClusterName name, NodeRole role, int count, ProgressListener listener) {
    return change(name, nodes -> nodes.add(role, count, listener));
  }

  @Override
  public Cluster addWorkers(ClusterName name, NodePool more, ProgressListener listener) {
    return change(name, nodes -> nodes.add(more, listener));
  }

  @Override
  public Cluster removeNodes(
      ClusterName name, List<String> names, boolean force, ProgressListener listener) {
    return change(name, nodes -> nodes.remove(names, force, listener));
  }

  @Override
  public Cluster stopNode(
      ClusterName name, String node, Duration grace, ProgressListener listener) {
    return change(name, nodes -> nodes.stop(node, grace, listener));
  }

  @Override
  public Cluster startNode(ClusterName name, String node, ProgressListener listener) {
    return change(name, nodes -> nodes.start(node, listener));
  }

  @Override
  public Cluster addPort(ClusterName name, PortMapping port, ProgressListener listener) {
    return changePorts(
        name,
        ports -> {
          ports.requireNodes(port);
          ports.add(port, listener);
        });
  }

  @Override
  public Cluster removePort(
      ClusterName name, int hostPort, Protocol protocol, ProgressListener listener) {
    return changePorts(name, ports -> ports.remove(hostPort, protocol, listener));
  }

  private Cluster changePorts(ClusterName name, Consumer<PortChanges> action) {
    try (ClusterLocks.Held _ = locks.resting(name)) {
      action.accept(new PortChanges(tools, requireParts(name)));
    }
    return require(name);
  }

  private Cluster change(ClusterName name, Consumer<NodeChanges> action) {
    try (ClusterLocks.Held _ = locks.resting(name)) {
      action.accept(new NodeChanges(tools, requireParts(name)));
      ScheduledStop.of(tools, name).ifPresent(ScheduledStop::renew);
    }
    return require(name);
  }

  @Override
  public String kubeconfig(ClusterName name) {
    return kubeconfig.render(requireParts(name));
  }

  /**
   * Writes the kubeconfig entry of a cluster anew if it does not lead there.
   *
   * @return whether anything was wrong with it
   */
  public boolean repairKubeconfig(ClusterName name) {
    return kubeconfig.ensure(requireParts(name), true);
  }

  @Override
  public Subscription watch(Consumer<ClusterEvent> listener) {
    return new ClusterWatch(tools.engine(), this::find, new Unsettled(SETTLING), listener).begin();
  }
}
