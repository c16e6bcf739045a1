package dev.coracle.cluster.config;

import dev.coracle.cluster.config.YamlValue.Block;
import dev.coracle.cluster.config.YamlValue.Entry;
import dev.coracle.cluster.config.YamlValue.Items;
import dev.coracle.cluster.config.YamlValue.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The fields of one block, read strictly: each is asked for by name and by what it must be, and
 * {@link #finish} reports those that nobody asked for.
 */
final class Fields {

  private final Block block;
  private final String path;
  private final FileReport report;
  private final List<String> known = new ArrayList<>();

  Fields(Block block, String path, FileReport report) {
    this.block = block;
    this.path = path;
    this.report = report;
  }

  private String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** Where the block stands. */
  Place place() {
    return block.place();
  }

  FileReport report() {
    return report;
  }

  private Optional<YamlValue> find(String name) {
    known.add(name);
    return block.find(name);
  }

  /** A field of one value. */
  void text(String name, Consumer<String> use) {
    find(name).ifPresent(value -> text(value, path(name), use));
  }

  /** A field without which the block means nothing. */
  void requiredText(String name, Consumer<String> use) {
    if (block.find(name).isEmpty()) {
      report.add(place(), path(name), "\"%s\" is missing.".formatted(path(name)), "Write it here.");
    }
    text(name, use);
  }

  /** A value that must be one text. */
  void text(YamlValue value, String field, Consumer<String> use) {
    if (value instanceof Text text) {
      report.attempt(text.place(), field, () -> use.accept(text.value()));
    } else {
      wrongKind(value, field, "one value");
    }
  }

  private void wrongKind(YamlValue value, String field, String wanted) {
    report.add(
        value.place(),
        field,
        "\"%s\" is %s.".formatted(field, value.kind()),
        "Write %s.".formatted(wanted));
  }

  /** A field that holds fields. */
  void block(String name, Consumer<Fields> use) {
    find(name).ifPresent(value -> block(value, path(name), use));
  }

  /** A value that must hold fields. */
  void block(YamlValue value, String field, Consumer<Fields> use) {
    report.found(field, value.place());
    if (value instanceof Block inner) {
      Fields fields = new Fields(inner, field, report);
      use.accept(fields);
      fields.finish();
    } else {
      wrongKind(value, field, "fields below it, indented");
    }
  }

  /** A field that holds a list, item by item. */
  void items(String name, Consumer<YamlValue> use) {
    Optional<YamlValue> found = find(name);
    found.ifPresent(value -> report.found(path(name), value.place()));
    if (found.orElse(null) instanceof Items items) {
      items.values().forEach(use);
    } else {
      found.ifPresent(
          value -> wrongKind(value, path(name), "a list: a line for each, with \"- \""));
    }
  }

  /** A field that holds a list of texts. */
  void texts(String name, Consumer<String> use) {
    items(name, value -> text(value, path(name), use));
  }

  /** A field whose keys are the user's, each with one value. */
  void entries(String name, BiConsumer<String, String> use) {
    values(name, (key, value) -> text(value, key(name, key), text -> use.accept(key, text)));
  }

  /** A field whose keys are the user's. */
  void values(String name, BiConsumer<String, YamlValue> use) {
    find(name)
        .ifPresent(
            value -> {
              report.found(path(name), value.place());
              if (value instanceof Block inner) {
                inner.entries().forEach(entry -> use.accept(entry.key(), entry.value()));
              } else {
                wrongKind(value, path(name), "keys and values below it, indented");
              }
            });
  }

  /** The path of a key of the user's. */
  String key(String name, String key) {
    return "%s[%s]".formatted(path(name), key);
  }

  /** Reports every field that was not asked for. */
  void finish() {
    for (Entry entry : block.entries()) {
      if (!known.contains(entry.key())) {
        report.add(
            entry.place(),
            path(entry.key()),
            "\"%s\" is no field%s."
                .formatted(entry.key(), path.isEmpty() ? "" : " of \"%s\"".formatted(path)),
            advice(entry.key()));
      }
    }
  }

  private String advice(String key) {
    return Suggestion.of(key, known)
        .or(() -> ClusterFields.elsewhere(key))
        .map("Did you mean \"%s\"?"::formatted)
        .orElseGet(() -> "Choose one of %s.".formatted(String.join(", ", known)));
  }
}
