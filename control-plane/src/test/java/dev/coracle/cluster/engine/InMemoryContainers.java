package dev.coracle.cluster.engine;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.Subscription;
import dev.coracle.cluster.engine.ContainerInfo.State;
import dev.coracle.cluster.engine.ContainerSpec.PublishedPort;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Containers in memory. */
public final class InMemoryContainers implements Containers {

  private final InMemoryEngine engine;
  private final List<InMemoryContainer> containers = new CopyOnWriteArrayList<>();
  private final AtomicInteger chosenPort = new AtomicInteger(32768);
  private final InMemoryExec exec;

  InMemoryContainers(InMemoryEngine engine) {
    this.engine = engine;
    this.exec = new InMemoryExec(engine.script());
  }

  /** Lets a container print a line. */
  public void print(String name, String line) {
    require(name).print(line);
  }

  /** Lets a container's processes end by themselves. */
  public void die(String name) {
    end(require(name), "die");
  }

  /** Tells those who listen to a container's use of resources a sample. */
  public void sample(String name, ResourceSample sample) {
    require(name).samplers.forEach(sampler -> sampler.accept(sample));
  }

  /** What a container was created from. */
  public ContainerSpec spec(String name) {
    return require(name).spec;
  }

  /** The limits that hold for a container now. */
  public Resources limits(String name) {
    return require(name).limits;
  }

  /** A container's files by path. */
  public Map<String, FileSet.File> files(String name) {
    return require(name).files();
  }

  @Override
  public synchronized void create(ContainerSpec spec) {
    engine.script().call("containers.create", spec.name());
    engine.images().requirePresent(spec.image());
    if (containers.stream().anyMatch(c -> c.is(spec.name()))) {
      throw refused(Problem.Code.NAME_TAKEN, "The name " + spec.name() + " is already in use");
    }
    InMemoryContainer created = new InMemoryContainer(spec, engine.volumes());
    containers.add(created);
    emit(created, "create");
  }

  @Override
  public List<ContainerInfo> list(Map<String, String> labels) {
    engine.script().call("containers.list", labels.toString());
    return containers.stream()
        .filter(c -> Labels.carryAll(c.spec.labels(), labels))
        .map(InMemoryContainer::info)
        .toList();
  }

  @Override
  public Optional<ContainerInfo> find(String name) {
    engine.script().call("containers.find", name);
    return containers.stream()
        .filter(c -> c.spec.name().equals(name))
        .map(InMemoryContainer::info)
        .findFirst();
  }

  @Override
  public synchronized void start(String name) {
    engine.script().call("containers.start", name);
    InMemoryContainer container = require(name);
    if (container.isUp()) {
      return;
    }
    container.networks.forEach(engine.networks()::require);
    requireFreeAddress(container);
    container.published = publish(container.spec.published());
    container.state = State.RUNNING;
    emit(container, "start");
    engine.script().linesAtStart(container.spec.name()).forEach(container::print);
  }

  private void requireFreeAddress(InMemoryContainer starting) {
    boolean taken =
        starting.spec.address().isPresent()
            && containers.stream()
                .filter(InMemoryContainer::isUp)
                .filter(other -> other.networks.contains(starting.spec.network()))
                .anyMatch(other -> other.spec.address().equals(starting.spec.address()));
    if (taken) {
      throw refused(Problem.Code.NETWORK_CONFLICT, "Address already in use");
    }
  }

  private List<PublishedPort> publish(List<PublishedPort> wanted) {
    List<PublishedPort> ports = new ArrayList<>();
    for (PublishedPort port : wanted) {
      int host = port.hostPort() == 0 ? chosenPort.getAndIncrement() : port.hostPort();
      holder(host, port.protocol()).ifPresent(by -> busy(host, by));
      ports.add(new PublishedPort(port.hostAddress(), host, port.containerPort(), port.protocol()));
    }
    return List.copyOf(ports);
  }

  private Optional<String> holder(int port, String protocol) {
    return containers.stream()
        .filter(
            c ->
                c.published.stream()
                    .anyMatch(p -> p.hostPort() == port && p.protocol().equals(protocol)))
        .map(c -> "container " + c.spec.name())
        .findFirst();
  }

  private static void busy(int port, String by) {
    throw refused(
        Problem.Code.PORT_BUSY, "Port %d of this machine is in use by %s.".formatted(port, by));
  }

  @Override
  public void stop(String name, Duration patience) {
    engine.script().call("containers.stop", name);
    end(require(name), "stop");
  }

  @Override
  public void kill(String name) {
    engine.script().call("containers.kill", name);
    end(require(name), "kill");
  }

  private synchronized void end(InMemoryContainer container, String action) {
    if (!container.isUp()) {
      return;
    }
    container.state = State.EXITED;
    container.published = List.of();
    emit(container, "die");
    if (!action.equals("die")) {
      emit(container, action);
    }
    container.endLogs();
  }

  @Override
  public void pause(String name) {
    engine.script().call("containers.pause", name);
    change(name, State.RUNNING, State.PAUSED, "pause");
  }

  @Override
  public void unpause(String name) {
    engine.script().call("containers.unpause", name);
    change(name, State.PAUSED, State.RUNNING, "unpause");
  }

  private synchronized void change(String name, State from, State to, String action) {
    InMemoryContainer container = require(name);
    if (!container.isUp()) {
      throw refused(Problem.Code.ENGINE_FAILED, "Container " + name + " is not running");
    }
    if (container.state == from) {
      container.state = to;
      emit(container, action);
    }
  }

  @Override
  public void update(String name, Resources limits) {
    engine.script().call("containers.update", name);
    InMemoryContainer container = require(name);
    container.limits = limits;
    emit(container, "update");
  }

  @Override
  public void remove(String name) {
    engine.script().call("containers.remove", name);
    containers.stream().filter(c -> c.is(name)).findFirst().ifPresent(this::remove);
  }

  private void remove(InMemoryContainer container) {
    end(container, "kill");
    containers.remove(container);
    emit(container, "destroy");
  }

  @Override
  public void copyIn(String name, String directory, InputStream tar) {
    engine.script().call("containers.copyIn", name + " " + directory);
    InMemoryContainer container = require(name);
    String prefix = directory.endsWith("/") ? directory : directory + "/";
    TarArchive.read(tar).files().forEach((path, file) -> container.write(prefix + path, file));
  }

  @Override
  public InputStream copyOut(String name, String path) {
    engine.script().call("containers.copyOut", name + " " + path);
    FileSet files = exec.below(path, require(name).files());
    if (files.files().isEmpty()) {
      throw refused(Problem.Code.ENGINE_FAILED, "Could not find the file " + path);
    }
    return TarArchive.of(files);
  }

  @Override
  public ExecResult exec(String name, ExecSpec spec) {
    engine.script().call("containers.exec", name + " " + String.join(" ", spec.command()));
    InMemoryContainer container = require(name);
    if (container.state != State.RUNNING) {
      throw refused(Problem.Code.ENGINE_FAILED, "Container " + name + " is not running");
    }
    return exec.run(container, spec);
  }

  @Override
  public Subscription logs(String name, Instant since, Consumer<String> listener, Runnable onEnd) {
    engine.script().call("containers.logs", name);
    InMemoryContainer container = require(name);
    InMemoryContainer.Follower follower = new InMemoryContainer.Follower(listener, onEnd);
    container.follow(since, follower);
    return () -> container.followers.remove(follower);
  }

  @Override
  public Subscription stats(String name, Consumer<ResourceSample> listener) {
    engine.script().call("containers.stats", name);
    InMemoryContainer container = require(name);
    container.samplers.add(listener);
    return () -> container.samplers.remove(listener);
  }

  void connect(String name, String network) {
    require(name).networks.add(network);
  }

  boolean use(String volume) {
    return containers.stream().anyMatch(c -> c.mounts(volume));
  }

  boolean runOn(String network) {
    return containers.stream().anyMatch(c -> c.isUp() && c.networks.contains(network));
  }

  private InMemoryContainer require(String name) {
    return containers.stream()
        .filter(c -> c.is(name))
        .findFirst()
        .orElseThrow(() -> refused(Problem.Code.ENGINE_FAILED, "No such container: " + name));
  }

  private void emit(InMemoryContainer container, String action) {
    engine.emit("container", action, container.spec.name(), container.spec.labels());
  }

  private static ClusterException refused(Problem.Code code, String summary) {
    return new ClusterException(InMemoryEngine.refused(code, summary));
  }
}
