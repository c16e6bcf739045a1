package dev.coracle.cluster.local;

import dev.coracle.cluster.engine.EngineScript;
import dev.coracle.cluster.engine.ExecResult;
import dev.coracle.cluster.engine.FileSet;
import dev.coracle.cluster.engine.InMemoryEngine;
import dev.coracle.cluster.layout.ObjectNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the script {@code copies.sh} does, on volumes in memory. */
final class InMemoryCopies implements EngineScript.ExecHandler {

  private static final String NEW = "/.coracle-new";

  private final InMemoryEngine engine;

  InMemoryCopies(InMemoryEngine engine) {
    this.engine = engine;
  }

  @Override
  public Optional<ExecResult> handle(String container, List<String> command, byte[] input) {
    int word = command.indexOf("copies");
    if (word < 0) {
      return Optional.empty();
    }
    String cluster = container.replaceAll("^coracle-|-copier$", "");
    List<String> arguments = command.subList(word + 2, command.size());
    return Optional.of(new ExecResult(0, run(cluster, command.get(word + 1), arguments), ""));
  }

  private String run(String cluster, String verb, List<String> arguments) {
    switch (verb) {
      case "save" -> rest(arguments).forEach(node -> save(cluster, arguments.getFirst(), node));
      case "stage" -> rest(arguments).forEach(node -> stage(cluster, arguments.getFirst(), node));
      case "switch" -> arguments.forEach(node -> putInPlace(volume(cluster, node)));
      case "clean" ->
          arguments.forEach(
              node -> volume(cluster, node).keySet().removeIf(path -> path.startsWith(NEW)));
      case "discard" -> discard(arguments.getFirst(), rest(arguments));
      default -> {}
    }
    return verb.equals("save") ? "4096" : "";
  }

  private static List<String> rest(List<String> arguments) {
    return arguments.subList(1, arguments.size());
  }

  private Map<String, FileSet.File> volume(String cluster, String node) {
    return engine.volumes().files(cluster + "-" + node);
  }

  private Map<String, FileSet.File> copies() {
    return engine.volumes().files(ObjectNames.SNAPSHOTS);
  }

  private void save(String cluster, String snapshot, String node) {
    volume(cluster, node)
        .forEach((path, file) -> copies().put("/" + snapshot + "/" + node + path, file));
  }

  private void stage(String cluster, String snapshot, String node) {
    String folder = "/" + snapshot + "/" + node;
    copies()
        .forEach(
            (path, file) -> {
              if (path.startsWith(folder + "/")) {
                volume(cluster, node).put(NEW + path.substring(folder.length()), file);
              }
            });
  }

  private static void putInPlace(Map<String, FileSet.File> volume) {
    Map<String, FileSet.File> staged = Map.copyOf(volume);
    if (staged.keySet().stream().anyMatch(path -> path.startsWith(NEW))) {
      volume.clear();
      staged.forEach(
          (path, file) -> {
            if (path.startsWith(NEW)) {
              volume.put(path.substring(NEW.length()), file);
            }
          });
    }
  }

  private void discard(String cluster, List<String> known) {
    copies()
        .keySet()
        .removeIf(
            path ->
                path.startsWith("/" + cluster + "/")
                    && known.stream()
                        .noneMatch(name -> path.startsWith("/" + cluster + "/" + name + "/")));
  }
}
