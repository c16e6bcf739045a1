package dev.coracle.gui.create;

import dev.coracle.cluster.Bytes;
import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.HostMount;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.Problem;
import dev.coracle.gui.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What people type, as values; each method refuses what means nothing. */
record Typed(Texts texts) {

  /** Cores; empty when nothing is typed. */
  Optional<Double> cpus(String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Double.parseDouble(text.strip()));
    } catch (NumberFormatException _) {
      throw refusal(Problem.Code.INVALID_SPEC, "create.cpus.number", text.strip());
    }
  }

  /** An amount of memory; empty when nothing is typed. */
  Optional<Bytes> memory(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(Bytes.parse(text));
  }

  /** Port mappings, between commas or blanks. */
  List<PortMapping> ports(String text) {
    return Stream.of(text.split("[,\\s]+"))
        .filter(it -> !it.isBlank())
        .map(PortMapping::parse)
        .toList();
  }

  /** Folders of this machine for nodes, between commas; a relative path begins at the home. */
  List<HostMount> mounts(String text) {
    return Stream.of(text.split(",", -1))
        .filter(it -> !it.isBlank())
        .map(it -> HostMount.parse(it, Path.of(System.getProperty("user.home"))))
        .toList();
  }

  /** Says of a value what its key says. */
  ClusterException refusal(Problem.Code code, String key, String value) {
    return new ClusterException(
        Problem.of(code, texts.get(key, value), texts.get(key + ".advice")));
  }
}
