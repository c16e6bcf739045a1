package dev.coracle.cluster.kubeconfig;

import dev.coracle.cluster.kubeconfig.YamlNode.Mapping;
import dev.coracle.cluster.kubeconfig.YamlNode.Pair;
import dev.coracle.cluster.kubeconfig.YamlNode.Scalar;
import dev.coracle.cluster.kubeconfig.YamlNode.Sequence;
import java.util.Optional;

/**
 * The text of one kubeconfig file. Each change gives a new text that differs only where it must.
 */
final class KubeconfigText {

  private final String text;
  private final Mapping root;
  private final TextEditor editor;

  private KubeconfigText(String text, Optional<YamlNode> document) {
    boolean isEmpty = document.isEmpty() || document.get().isNull();
    this.text = text;
    this.root = isEmpty ? Mapping.empty() : requireMapping(document.orElseThrow());
    this.editor = new TextEditor(text, root, isEmpty);
    for (Section section : Section.values()) {
      root.find(section.key()).ifPresent(KubeconfigText::requireList);
    }
  }

  /**
   * Reads a text; an empty one is an empty kubeconfig.
   *
   * @throws YamlSyntaxException when it is no kubeconfig
   */
  static KubeconfigText parse(String text) {
    return new KubeconfigText(text, YamlReader.read(text));
  }

  private static Mapping requireMapping(YamlNode node) {
    if (node instanceof Mapping mapping) {
      return mapping;
    }
    throw new YamlSyntaxException(node.span().line(), "a kubeconfig is a mapping");
  }

  private static void requireList(YamlNode node) {
    if (!node.isNull() && !(node instanceof Sequence)) {
      throw new YamlSyntaxException(node.span().line(), "a list is expected here");
    }
  }

  String text() {
    return text;
  }

  Mapping root() {
    return root;
  }

  /** The first item of this name. */
  Optional<Mapping> find(Section section, String name) {
    return root.items(section.key()).stream()
        .filter(Mapping.class::isInstance)
        .map(Mapping.class::cast)
        .filter(item -> item.text("name").equals(name))
        .findFirst();
  }

  /** Adds an item, or replaces the one of its name; an equal one is left as it is. */
  KubeconfigText put(Section section, Mapping item) {
    Optional<Mapping> old = find(section, item.text("name"));
    if (old.isEmpty()) {
      return parse(editor.add(section, item));
    }
    return old.get().equals(item) ? this : parse(editor.replace(section, old.get(), item));
  }

  /** Removes every item of this name. */
  KubeconfigText remove(Section section, String name) {
    Optional<Mapping> item = find(section, name);
    return item.isEmpty()
        ? this
        : parse(editor.removeItem(section, item.get())).remove(section, name);
  }

  /** Sets a text at the top level, in the quotes that it has. */
  KubeconfigText set(String key, String value) {
    Optional<Pair> pair = root.findPair(key);
    if (pair.isEmpty()) {
      return parse(editor.addPair(key, Scalar.of(value)));
    }
    return root.text(key).equals(value) && !pair.get().value().isNull()
        ? this
        : parse(editor.setValue(pair.get().value(), value));
  }

  /** Removes a key at the top level. */
  KubeconfigText unset(String key) {
    return root.findPair(key).map(pair -> parse(editor.removePair(pair))).orElse(this);
  }
}
