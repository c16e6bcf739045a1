package dev.coracle.cluster.engine;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.Subscription;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * An engine whose objects live in memory. It keeps the rules of {@link ContainerEngineContract}:
 * names and addresses collide, files on volumes outlive their container, events reach listeners.
 * {@link #script} makes calls fail, answers commands and lets containers print.
 */
public final class InMemoryEngine implements ContainerEngine {

  private record Listener(String label, Consumer<EngineEvent> hear, Runnable onLost) {}

  private final EngineScript script = new EngineScript();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final InMemoryVolumes volumes = new InMemoryVolumes(this);
  private final InMemoryNetworks networks = new InMemoryNetworks(this);
  private final InMemoryImages images = new InMemoryImages(this);
  private final InMemoryContainers containers = new InMemoryContainers(this);
  private volatile EngineInfo info =
      new EngineInfo(
          "Docker Engine",
          "28.0.0",
          "1.48",
          "unix:///var/run/docker.sock",
          "Debian GNU/Linux",
          "x86_64",
          4,
          Bytes.parse("8g"),
          2,
          false,
          false,
          "/var/lib/docker");

  /** An engine without objects. */
  public InMemoryEngine() {}

  /** What this engine does and heard. */
  public EngineScript script() {
    return script;
  }

  /** Changes what the engine says of itself. */
  public void info(EngineInfo now) {
    info = now;
  }

  @Override
  public EngineInfo info() {
    script.call("info", "");
    return info;
  }

  @Override
  public InMemoryContainers containers() {
    return containers;
  }

  @Override
  public InMemoryImages images() {
    return images;
  }

  @Override
  public InMemoryNetworks networks() {
    return networks;
  }

  @Override
  public InMemoryVolumes volumes() {
    return volumes;
  }

  @Override
  public Subscription events(String label, Consumer<EngineEvent> listener, Runnable onLost) {
    script.call("events", label);
    Listener added = new Listener(label, listener, onLost);
    listeners.add(added);
    return () -> listeners.remove(added);
  }

  /** Ends every stream of events as a daemon's restart does. */
  public void loseEvents() {
    List<Listener> lost = List.copyOf(listeners);
    listeners.removeAll(lost);
    lost.forEach(listener -> listener.onLost().run());
  }

  void emit(String type, String action, String name, Map<String, String> labels) {
    EngineEvent event = new EngineEvent(type, action, name, labels);
    listeners.stream()
        .filter(listener -> Labels.carry(labels, listener.label()))
        .forEach(listener -> listener.hear().accept(event));
  }

  static Problem refused(Problem.Code code, String summary) {
    return Problem.of(code, summary, "See what the test did.");
  }

  /** Nothing to give back. */
  @Override
  public void close() {}
}
