package dev.coracle.cluster.config;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.Problem;
import dev.coracle.cluster.config.YamlValue.Block;
import dev.coracle.cluster.config.YamlValue.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What another tool's file describes, as far as Coracle has it.
 *
 * @param name the cluster's name; the default one where the file says none
 * @param spec the cluster
 * @param notes what has no counterpart, and what is said otherwise
 */
public record ImportedCluster(ClusterName name, ClusterSpec spec, List<Note> notes) {

  /** Keeps an immutable copy. */
  public ImportedCluster {
    notes = List.copyOf(notes);
  }

  /**
   * Something of the other file that did not become part of the spec as it was.
   *
   * @param place where it stands there
   * @param field the other file's field
   * @param text what became of it, a sentence
   */
  public record Note(Place place, String field, String text) {}

  /**
   * Reads a file of kind (v1alpha4) or k3d (v1alpha5).
   *
   * @param text the YAML
   * @param file the file's name, for messages
   * @param folder where relative paths in it begin
   * @param known the Kubernetes versions that can be made, newest first
   * @throws ClusterException with {@link Problem.Code#INVALID_SPEC} when it is neither
   */
  public static ImportedCluster read(
      String text, String file, Path folder, List<KubernetesVersion> known) {
    FileReport report = new FileReport(file);
    Optional<YamlValue> document = YamlReading.read(text, report);
    report.finish();
    ForeignFile foreign = new ForeignFile(folder.toAbsolutePath(), known);
    if (document.orElse(null) instanceof Block block) {
      switch (version(block)) {
        case "kind.x-k8s.io/v1alpha4" -> new KindImport(foreign).read(block);
        case "k3d.io/v1alpha5" -> new K3dImport(foreign).read(block);
        default -> throw unknown(file, version(block));
      }
      return foreign.result();
    }
    throw unknown(file, "");
  }

  private static String version(Block block) {
    return block.find("apiVersion").orElse(null) instanceof Text text ? text.value() : "";
  }

  private static ClusterException unknown(String file, String version) {
    return Values.invalid(
        "%s is of a version that cannot be imported: \"%s\".".formatted(file, version),
        "Name a file of kind.x-k8s.io/v1alpha4 or k3d.io/v1alpha5.");
  }
}
