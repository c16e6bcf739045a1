package dev.coracle.launcher.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The user's defaults for new clusters: a JSON object whose keys are the options of start. */
public final class Config {

  private static final KubernetesVersion ANY = new KubernetesVersion(1, 0, 0);

  private final Path file;

  /** The defaults in this file, which need not exist. */
  public Config(Path file) {
    this.file = file;
  }

  /** Where the defaults are kept. */
  public Path file() {
    return file;
  }

  /**
   * Every default, by name.
   *
   * @throws ClusterException with {@link Problem.Code#USAGE} when the file cannot be read
   */
  public SortedMap<String, String> values() {
    if (!Files.exists(file)) {
      return new TreeMap<>();
    }
    try {
      return new ObjectMapper()
          .readValue(file.toFile(), new TypeReference<TreeMap<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw usage(
          "%s is no JSON object of texts: %s".formatted(file, e.getOriginalMessage()),
          "Correct the file, or remove it.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The defaults as changes of a spec. */
  public SpecChanges changes() {
    Map<SpecOption, List<String>> changes = new EnumMap<>(SpecOption.class);
    values().forEach((name, value) -> changes.put(require(name), List.of(value)));
    return new SpecChanges(changes);
  }

  /**
   * Keeps a default.
   *
   * @throws ClusterException when there is no such option or the value means nothing to it
   */
  public void set(String name, String value) {
    ClusterSpec _ = require(name).applyTo(ClusterSpec.ofVersion(ANY), value);
    SortedMap<String, String> values = values();
    values.put(name, value);
    write(values);
  }

  /** Forgets a default. */
  public void unset(String name) {
    require(name);
    SortedMap<String, String> values = values();
    values.remove(name);
    write(values);
  }

  /** The option of this name, or the problem that names them all. */
  public static SpecOption require(String name) {
    return SpecOption.ofName(name)
        .orElseThrow(
            () ->
                usage(
                    "\"%s\" is no option of start.".formatted(name),
                    "Choose one of " + String.join(", ", SpecOption.names()) + "."));
  }

  /** Written beside the file and moved over it, so that no reader sees half of it. */
  private void write(SortedMap<String, String> values) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(
          fresh,
          new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(values) + "\n");
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClusterException usage(String summary, String advice) {
    return new ClusterException(Problem.of(Problem.Code.USAGE, summary, advice));
  }
}
