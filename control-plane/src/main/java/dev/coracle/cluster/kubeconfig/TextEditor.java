package dev.coracle.cluster.kubeconfig;

import dev.coracle.cluster.kubeconfig.YamlNode.Mapping;
import dev.coracle.cluster.kubeconfig.YamlNode.Pair;
import dev.coracle.cluster.kubeconfig.YamlNode.Scalar;
import dev.coracle.cluster.kubeconfig.YamlNode.Sequence;
import dev.coracle.cluster.kubeconfig.YamlNode.Span;
import dev.coracle.cluster.kubeconfig.YamlNode.Style;
import java.util.List;
import java.util.Optional;

/**
 * Edits the text of a kubeconfig file. Each edit gives a whole text, which differs where it must.
 */
final class TextEditor {

  private final String text;
  private final Lines lines;
  private final Mapping root;
  private final boolean isEmpty;

  /**
   * Edits this text.
   *
   * @param root what it says
   * @param isEmpty whether it says nothing
   */
  TextEditor(String text, Mapping root, boolean isEmpty) {
    this.text = text;
    this.lines = new Lines(text);
    this.root = root;
    this.isEmpty = isEmpty;
  }

  /** Adds an item to a list, which is made if there is none. */
  String add(Section section, Mapping item) {
    Optional<Pair> pair = root.findPair(section.key());
    var list = new Sequence(Span.NOWHERE, root.flow(), List.of(item));
    if (pair.isEmpty()) {
      return addPair(section.key(), list);
    }
    YamlNode value = pair.get().value();
    if (value instanceof Sequence items && !items.items().isEmpty()) {
      return append(items, item);
    }
    return root.flow() ? fillFlow(value, list) : fillBlock(pair.get(), item);
  }

  private String append(Sequence list, Mapping item) {
    if (list.flow()) {
      return flow(list).append(YamlWriter.flow(item));
    }
    String indentation = lines.indentation(lines.dash(list.items().getFirst()));
    return lines.insert(lines.after(list), indentation, YamlWriter.item(item));
  }

  private String fillFlow(YamlNode empty, Sequence list) {
    boolean isBracketed = empty instanceof Sequence;
    String content = YamlWriter.flow(list);
    return isBracketed
        ? flow((Sequence) empty).append(YamlWriter.flow(list.items().getFirst()))
        : splice(empty.span().start(), empty.span().end(), content);
  }

  /** Gives an empty list its first item, in block style, below its key. */
  private String fillBlock(Pair pair, Mapping item) {
    int colon = afterColon(pair);
    int end = pair.value().span().end();
    String indentation = lines.indentation(pair.key().span().start());
    String filled = lines.insert(lines.after(end), indentation, YamlWriter.item(item));
    return filled.substring(0, colon) + filled.substring(end);
  }

  /** Puts an item where another one stands. */
  String replace(Section section, Mapping old, Mapping item) {
    Sequence list = list(section);
    if (list.flow()) {
      return splice(old.span().start(), old.span().end(), YamlWriter.flow(item));
    }
    int from = lines.dash(old);
    return lines.replace(from, lines.after(old), lines.indentation(from), YamlWriter.item(item));
  }

  /** Removes an item; of an empty list its key stays. */
  String removeItem(Section section, Mapping item) {
    Sequence list = list(section);
    if (list.flow()) {
      return flow(list).remove(indexOf(list.items(), item));
    }
    String rest = lines.remove(lines.dash(item), lines.after(item));
    boolean isLast = list.items().size() == 1;
    int colon = afterColon(root.findPair(section.key()).orElseThrow());
    return isLast ? rest.substring(0, colon) + " []" + rest.substring(colon) : rest;
  }

  /** Adds a key at the top level. */
  String addPair(String key, YamlNode value) {
    if (root.flow()) {
      return flow(root).append(YamlWriter.quoted(key) + ": " + YamlWriter.flow(value));
    }
    int at = isEmpty ? text.length() : lines.after(root);
    String indentation = isEmpty ? "" : lines.indentation(root.span().start());
    return lines.insert(at, indentation, YamlWriter.pair(key, value));
  }

  /** Removes a key at the top level. */
  String removePair(Pair pair) {
    if (root.flow()) {
      List<YamlNode> keys = root.pairs().stream().<YamlNode>map(Pair::key).toList();
      return flow(root).remove(indexOf(keys, pair.key()));
    }
    return lines.remove(lines.start(pair.key().span().start()), lines.after(pair.value()));
  }

  /** Replaces a value at the top level, in the quotes that it has. */
  String setValue(YamlNode old, String value) {
    Style style = old instanceof Scalar scalar ? scalar.style() : Style.DOUBLE_QUOTED;
    String written =
        switch (root.flow() ? Style.DOUBLE_QUOTED : style) {
          case PLAIN -> YamlWriter.inline(Scalar.of(value));
          case SINGLE_QUOTED -> "'" + value.replace("'", "''") + "'";
          case DOUBLE_QUOTED -> YamlWriter.quoted(value);
          case BLOCK -> YamlWriter.quoted(value) + "\n";
        };
    boolean isAbsent = old.span().start() == old.span().end();
    return splice(old.span().start(), old.span().end(), isAbsent ? " " + written : written);
  }

  private Sequence list(Section section) {
    return (Sequence) root.find(section.key()).orElseThrow();
  }

  private int afterColon(Pair pair) {
    return text.indexOf(':', pair.key().span().end()) + 1;
  }

  private FlowEditor flow(Sequence list) {
    return new FlowEditor(text, list.span(), list.items().stream().map(YamlNode::span).toList());
  }

  private FlowEditor flow(Mapping mapping) {
    List<Span> pairs =
        mapping.pairs().stream()
            .map(
                p ->
                    new Span(p.key().span().start(), p.value().span().end(), p.key().span().line()))
            .toList();
    return new FlowEditor(text, mapping.span(), pairs);
  }

  /** Where this very node is, not one that says the same. */
  private static int indexOf(List<YamlNode> nodes, YamlNode node) {
    int index = 0;
    while (nodes.get(index).span().start() != node.span().start()) {
      index++;
    }
    return index;
  }

  private String splice(int from, int to, String replacement) {
    return text.substring(0, from) + replacement + text.substring(to);
  }
}
