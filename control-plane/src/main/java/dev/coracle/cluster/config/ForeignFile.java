package dev.coracle.cluster.config;

import dev.coracle.cluster.ClusterException;
import dev.coracle.cluster.ClusterName;
import dev.coracle.cluster.ClusterSpec;
import dev.coracle.cluster.KubernetesVersion;
import dev.coracle.cluster.NodeEnvironment;
import dev.coracle.cluster.NodeOptions;
import dev.coracle.cluster.NodePool;
import dev.coracle.cluster.PortMapping;
import dev.coracle.cluster.config.YamlValue.Block;
import dev.coracle.cluster.config.YamlValue.Entry;
import dev.coracle.cluster.config.YamlValue.Items;
import dev.coracle.cluster.config.YamlValue.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A file of another tool that is being turned into a spec, and what is to be said about that. */
final class ForeignFile {

  private static final Pattern VERSION = Pattern.compile(":(v\\d+\\.\\d+\\.\\d+)");

  private final Path folder;
  private final List<KubernetesVersion> known;
  private final List<ImportedCluster.Note> notes = new ArrayList<>();
  private ClusterName name = ClusterName.DEFAULT;
  private ClusterSpec spec;

  ForeignFile(Path folder, List<KubernetesVersion> known) {
    this.folder = folder;
    this.known = known;
    this.spec = ClusterSpec.ofVersion(known.getFirst());
  }

  ImportedCluster result() {
    notes.sort(Comparator.comparingInt(note -> note.place().line()));
    return new ImportedCluster(name, spec, notes);
  }

  Path folder() {
    return folder;
  }

  ClusterSpec spec() {
    return spec;
  }

  void note(Place place, String field, String text) {
    notes.add(new ImportedCluster.Note(place, field, text));
  }

  /** What Coracle has no counterpart for. */
  void leaveOut(Place place, String field) {
    note(place, field, "has no counterpart; it is left out.");
  }

  /** The same for fields of a block that nobody can do anything with. */
  void leaveOutOthers(Block block, String path, String... understood) {
    for (Entry entry : block.entries()) {
      if (!List.of(understood).contains(entry.key()) && !isEmpty(entry.value())) {
        leaveOut(entry.place(), path + entry.key());
      }
    }
  }

  private static boolean isEmpty(YamlValue value) {
    return switch (value) {
      case Text text -> text.isNothing();
      case Items items -> items.values().isEmpty();
      case Block block -> block.entries().isEmpty();
    };
  }

  /** Makes a change; if the rules of specs refuse it, that is noted. */
  void change(Place place, String field, UnaryOperator<ClusterSpec> change) {
    attempt(place, field, () -> change.apply(spec)).ifPresent(changed -> spec = changed);
  }

  /** A value of the other file, if it is one here too. */
  <T> Optional<T> attempt(Place place, String field, Supplier<T> value) {
    try {
      return Optional.of(value.get());
    } catch (ClusterException e) {
      note(place, field, "is left out: " + e.problem().summary());
      return Optional.empty();
    }
  }

  void name(Text text) {
    attempt(text.place(), "name", () -> new ClusterName(text.value()))
        .ifPresent(value -> name = value);
  }

  /** The version in an image's tag, as far as it can be made. */
  void image(Text image) {
    Matcher tag = VERSION.matcher(image.value());
    if (!tag.find()) {
      leaveOut(image.place(), "image");
      return;
    }
    KubernetesVersion asked = KubernetesVersion.parse(tag.group(1));
    Optional<KubernetesVersion> near =
        known.stream().filter(it -> it.minorRelease().equals(asked.minorRelease())).findFirst();
    KubernetesVersion chosen = near.orElse(known.getFirst());
    if (!chosen.equals(asked)) {
      note(image.place(), "image", "asks for %s; %s is taken.".formatted(asked, chosen));
    }
    spec = spec.toBuilder().kubernetesVersion(chosen).build();
  }

  void port(Place place, String field, PortMapping port) {
    if (!spec.ports().contains(port)) {
      change(
          place,
          field,
          it ->
              it.toBuilder()
                  .ports(Stream.concat(it.ports().stream(), Stream.of(port)).toList())
                  .build());
    }
  }

  void setting(Place place, String key, String value) {
    TreeMap<String, String> settings = new TreeMap<>(spec.settings());
    settings.put(key, value);
    change(place, key, it -> it.toBuilder().settings(settings).build());
  }

  void environment(Place place, String field, UnaryOperator<NodeEnvironment> change) {
    change(place, field, it -> it.toBuilder().environment(change.apply(it.environment())).build());
  }

  void mirror(Place place, String registry, String address) {
    environment(
        place,
        "registry mirror of " + registry,
        it -> it.with(it.registries().withMirror(registry, address)));
  }

  void insecure(Place place, String registry) {
    environment(
        place,
        "insecure registry " + registry,
        it -> it.with(it.registries().withInsecure(registry)));
  }

  /** Changes what is asked of the nodes that are meant, as far as there are such. */
  void onNodes(Place place, String field, K3dFilters nodes, UnaryOperator<NodeOptions> change) {
    if (nodes.single()) {
      note(place, field, "is for some nodes of a role; it is for all of them here.");
    }
    if (nodes.servers()) {
      change(
          place,
          field,
          spec ->
              spec.toBuilder()
                  .controlPlaneOptions(change.apply(spec.controlPlaneOptions()))
                  .build());
    }
    if (nodes.agents()) {
      change(place, field, spec -> withWorkers(spec, change));
    }
  }

  private static ClusterSpec withWorkers(ClusterSpec spec, UnaryOperator<NodeOptions> change) {
    return spec.pool(NodePool.DEFAULT)
        .map(pool -> spec.toBuilder().pool(pool.with(change.apply(pool.options()))).build())
        .orElse(spec);
  }

  /** A text in a block, or nothing. */
  static Optional<Text> text(Block block, String key) {
    return block.find(key).filter(Text.class::isInstance).map(Text.class::cast);
  }

  /** A block in a block; an empty one where there is none. */
  static Block block(Block block, String key) {
    return block
        .find(key)
        .filter(Block.class::isInstance)
        .map(Block.class::cast)
        .orElse(new Block(block.place(), List.of()));
  }

  /** The values of a list in a block; none where there is no list. */
  static List<YamlValue> items(Block block, String key) {
    return block.find(key).orElse(null) instanceof Items items ? items.values() : List.of();
  }

  /** The blocks of a list in a block. */
  static List<Block> blocks(Block block, String key) {
    return items(block, key).stream()
        .filter(Block.class::isInstance)
        .map(Block.class::cast)
        .toList();
  }

  /** The texts of a list in a block. */
  static List<Text> texts(Block block, String key) {
    return items(block, key).stream().filter(Text.class::isInstance).map(Text.class::cast).toList();
  }
}
