package dev.coracle.cluster.engine;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.Problem;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Volumes in memory, with the files in them. */
public final class InMemoryVolumes implements Volumes {

  private record Volume(Map<String, String> labels, Map<String, FileSet.File> files) {}

  private final InMemoryEngine engine;
  private final Map<String, Volume> volumes = new ConcurrentSkipListMap<>();

  InMemoryVolumes(InMemoryEngine engine) {
    this.engine = engine;
  }

  @Override
  public void create(String name, Map<String, String> labels) {
    engine.script().call("volumes.create", name);
    make(name, labels);
  }

  private Volume make(String name, Map<String, String> labels) {
    Volume made = new Volume(Map.copyOf(labels), new ConcurrentHashMap<>());
    Volume present = volumes.putIfAbsent(name, made);
    if (present == null) {
      engine.emit("volume", "create", name, labels);
    }
    return present == null ? made : present;
  }

  @Override
  public List<VolumeInfo> list(Map<String, String> labels) {
    engine.script().call("volumes.list", labels.toString());
    return volumes.entrySet().stream()
        .filter(v -> Labels.carryAll(v.getValue().labels(), labels))
        .map(v -> new VolumeInfo(v.getKey(), v.getValue().labels()))
        .toList();
  }

  @Override
  public void remove(String name) {
    engine.script().call("volumes.remove", name);
    if (engine.containers().use(name)) {
      throw new ClusterException(
          InMemoryEngine.refused(Problem.Code.ENGINE_FAILED, "volume " + name + " is in use"));
    }
    Volume removed = volumes.remove(name);
    if (removed != null) {
      engine.emit("volume", "destroy", name, removed.labels());
    }
  }

  /** The files of a volume by path in it; like Docker, makes the volume that a mount names. */
  public Map<String, FileSet.File> files(String name) {
    return make(name, Map.of()).files();
  }
}
