package dev.coracle.gui.create;

import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.PortMapping;
import java.util.List;
import java.util.stream.Collectors;

/** The same cluster as a file of the format {@code coracle.dev/v1}. */
final class EquivalentYaml {

  private EquivalentYaml() {}

  /** A document that names every choice of the form. */
  static String of(ClusterName name, ClusterSpec spec) {
    StringBuilder text = new StringBuilder();
    text.append("apiVersion: coracle.dev/v1\nkind: Cluster\nmetadata:\n  name: ")
        .append(name)
        .append("\nspec:\n");
    line(text, "kubernetesVersion", spec.kubernetesVersion().toString());
    line(text, "controlPlanes", String.valueOf(spec.controlPlanes()));
    line(text, "workers", String.valueOf(spec.workers()));
    spec.cpus().ifPresent(it -> line(text, "cpus", EquivalentCommand.number(it)));
    spec.memory().ifPresent(it -> line(text, "memory", EquivalentCommand.memory(it)));
    return text.append(ports(spec.ports())).toString();
  }

  private static void line(StringBuilder text, String key, String value) {
    text.append("  ").append(key).append(": ").append(value).append('\n');
  }

  /** Quoted, since YAML 1.1 reads 22:22 as a number to the base of sixty. */
  private static String ports(List<PortMapping> ports) {
    return ports.isEmpty()
        ? ""
        : ports.stream()
            .map(it -> "    - \"" + EquivalentCommand.port(it) + "\"\n")
            .collect(Collectors.joining("", "  ports:\n", ""));
  }
}
