package dev.coracle.cluster.config;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.NodeEnvironment;
import dev.coracle.cluster.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a file of the format {@code coracle.dev/v1} says. It is the whole of what is asked: a field
 * that is left out has its default, on a cluster that exists too.
 */
public final class ClusterFile {

  /** The format's version. */
  public static final String API_VERSION = "coracle.dev/v1";

  /** What such a file describes. */
  public static final String KIND = "Cluster";

  private final String file;
  private final Optional<ClusterName> name;
  private final List<UnaryOperator<ClusterSpec>> changes;
  private final Map<String, Place> places;

  ClusterFile(
      String file,
      Optional<ClusterName> name,
      List<UnaryOperator<ClusterSpec>> changes,
      Map<String, Place> places) {
    this.file = file;
    this.name = name;
    this.changes = List.copyOf(changes);
    this.places = Map.copyOf(places);
  }

  /**
   * Reads a file's text.
   *
   * @param text the YAML
   * @param file the file's name, for messages
   * @param folder where relative paths in it begin
   * @throws ClusterException with {@link Problem.Code#INVALID_SPEC} that tells every error with its
   *     line
   */
  public static ClusterFile parse(String text, String file, Path folder) {
    return new ClusterFileReader(file, folder.toAbsolutePath()).read(text);
  }

  /** The file's name, for messages. */
  public String file() {
    return file;
  }

  /** The cluster's name, if the file says one. */
  public Optional<ClusterName> name() {
    return name;
  }

  /**
   * What is asked.
   *
   * @param base the spec of the cluster if it exists, else every default: whatever would be chosen
   *     for the user (the Kubernetes version, the API's port, the proxy) is taken from there where
   *     the file does not say it
   * @throws ClusterException with {@link Problem.Code#INVALID_SPEC} when that is no spec
   */
  public ClusterSpec over(ClusterSpec base) {
    ClusterSpec spec =
        ClusterSpec.builder(base.kubernetesVersion())
            .apiPort(base.apiPort())
            .environment(NodeEnvironment.NONE.with(base.environment().proxy()))
            .build();
    for (UnaryOperator<ClusterSpec> change : changes) {
      spec = change.apply(spec);
    }
    return spec;
  }

  /**
   * Where a field stands, for instance {@code nodes.pools[gpu].count}, or else the nearest that
   * holds it.
   */
  public Optional<Place> placeOf(String field) {
    for (String path = field; !path.isEmpty(); path = parent(path)) {
      Place place = places.get(path);
      if (place != null) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  private static String parent(String path) {
    int end = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
    return end < 0 ? "" : path.substring(0, end);
  }
}
