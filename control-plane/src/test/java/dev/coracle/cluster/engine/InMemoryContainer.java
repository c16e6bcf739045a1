package dev.coracle.cluster.engine;

import dev.coracle.cluster.engine.ContainerInfo.State;
import dev.coracle.cluster.engine.ContainerSpec.Mount;
import dev.coracle.cluster.engine.ContainerSpec.PublishedPort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** One container in memory: what it is, its files, what it printed and who listens. */
final class InMemoryContainer {

  private record Line(Instant at, String text) {}

  record Follower(Consumer<String> hear, Runnable onEnd) {}

  final ContainerSpec spec;
  final List<Follower> followers = new CopyOnWriteArrayList<>();
  final List<Consumer<ResourceSample>> samplers = new CopyOnWriteArrayList<>();
  final Set<String> networks = ConcurrentHashMap.newKeySet();
  volatile State state = State.CREATED;
  volatile Resources limits;
  volatile List<PublishedPort> published = List.of();

  private final InMemoryVolumes volumes;
  private final String id = UUID.randomUUID().toString().replace("-", "");
  private final Instant createdAt = Instant.now();
  private final Map<String, FileSet.File> own = new ConcurrentHashMap<>();
  private final List<Line> printed = new ArrayList<>();

  InMemoryContainer(ContainerSpec spec, InMemoryVolumes volumes) {
    this.spec = spec;
    this.volumes = volumes;
    this.limits = spec.limits();
    networks.add(spec.network());
    spec.volumes().stream()
        .filter(mount -> !mount.source().startsWith("/"))
        .forEach(mount -> volumes.files(mount.source()));
  }

  ContainerInfo info() {
    return new ContainerInfo(
        spec.name(), id, spec.image(), state, spec.labels(), spec.address(), published, createdAt);
  }

  boolean is(String nameOrId) {
    return spec.name().equals(nameOrId) || id.equals(nameOrId);
  }

  boolean isUp() {
    return state == State.RUNNING || state == State.PAUSED;
  }

  boolean mounts(String volume) {
    return spec.volumes().stream().anyMatch(mount -> mount.source().equals(volume));
  }

  void write(String path, FileSet.File file) {
    Mount mount = mountOf(path);
    if (mount == null) {
      own.put(path, file);
    } else {
      volumes.files(mount.source()).put(path.substring(mount.target().length()), file);
    }
  }

  /** Every file by its whole path, those of volumes included. */
  SortedMap<String, FileSet.File> files() {
    SortedMap<String, FileSet.File> all = new TreeMap<>(own);
    for (Mount mount : spec.volumes()) {
      if (!mount.source().startsWith("/")) {
        volumes.files(mount.source()).forEach((path, file) -> all.put(mount.target() + path, file));
      }
    }
    return all;
  }

  private Mount mountOf(String path) {
    return spec.volumes().stream()
        .filter(mount -> !mount.source().startsWith("/"))
        .filter(mount -> path.startsWith(mount.target() + "/"))
        .max(Comparator.comparingInt(mount -> mount.target().length()))
        .orElse(null);
  }

  synchronized void print(String line) {
    printed.add(new Line(Instant.now(), line));
    followers.forEach(follower -> follower.hear().accept(line));
  }

  /** Tells what was printed since then, and what comes as long as the container runs. */
  synchronized void follow(Instant since, Follower follower) {
    printed.stream()
        .filter(line -> !line.at().isBefore(since))
        .forEach(line -> follower.hear().accept(line.text()));
    if (isUp()) {
      followers.add(follower);
    } else {
      follower.onEnd().run();
    }
  }

  synchronized void endLogs() {
    List<Follower> ended = List.copyOf(followers);
    followers.removeAll(ended);
    ended.forEach(follower -> follower.onEnd().run());
  }
}
