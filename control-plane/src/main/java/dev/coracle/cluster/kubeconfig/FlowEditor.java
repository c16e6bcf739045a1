package dev.coracle.cluster.kubeconfig;

import dev.coracle.cluster.kubeconfig.YamlNode.Span;
import java.util.List;

/**
 * Edits what is written with brackets or braces.
 *
 * @param text the whole text
 * @param container where the brackets are
 * @param elements where the elements between them are
 */
record FlowEditor(String text, Span container, List<Span> elements) {

  /** The text with one more element at the end. */
  String append(String element) {
    if (elements.isEmpty()) {
      int inside = text.indexOf(opening(), container.start()) + 1;
      return text.substring(0, inside) + element + text.substring(inside);
    }
    int end = elements.getLast().end();
    return text.substring(0, end) + "," + separator() + element + text.substring(end);
  }

  private char opening() {
    return text.charAt(container.end() - 1) == ']' ? '[' : '{';
  }

  /** A new line where elements have lines of their own, else a blank. */
  private String separator() {
    var lines = new Lines(text);
    int last = elements.getLast().start();
    return lines.isFirst(last) ? lines.newline() + lines.indentation(last) : " ";
  }

  /** The text without this element and its comma. */
  String remove(int index) {
    Span element = elements.get(index);
    boolean isLast = index == elements.size() - 1;
    int from = isLast && index > 0 ? elements.get(index - 1).end() : element.start();
    int to = isLast ? element.end() : elements.get(index + 1).start();
    return text.substring(0, from) + text.substring(to);
  }
}
