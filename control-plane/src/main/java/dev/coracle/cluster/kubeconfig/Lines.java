package dev.coracle.cluster.kubeconfig;

import dev.coracle.cluster.kubeconfig.YamlNode.Mapping;
import dev.coracle.cluster.kubeconfig.YamlNode.Scalar;
import dev.coracle.cluster.kubeconfig.YamlNode.Sequence;
import dev.coracle.cluster.kubeconfig.YamlNode.Style;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text seen as lines, whatever they end with. A position "after a line" is where the next begins,
 * or the end of the text.
 */
record Lines(String text) {

  /** Where the line of this position begins. */
  int start(int position) {
    return text.lastIndexOf('\n', position - 1) + 1;
  }

  /** The position after the line of this position. */
  int after(int position) {
    int end = text.indexOf('\n', position);
    return end < 0 ? text.length() : end + 1;
  }

  /** The position after the last line of a node. The parser's end would include what follows. */
  int after(YamlNode node) {
    YamlNode last = lastLeaf(node);
    int end = last.span().end();
    boolean isBlockScalar = last instanceof Scalar(_, _, Style style) && style == Style.BLOCK;
    if (isBlockScalar) {
      boolean isCutOff = end == text.length() && !text.endsWith("\n");
      return isCutOff ? end : start(end);
    }
    return after(end);
  }

  private static YamlNode lastLeaf(YamlNode node) {
    return switch (node) {
      case Mapping m when !m.flow() && !m.pairs().isEmpty() ->
          lastLeaf(m.pairs().getLast().value());
      case Sequence s when !s.flow() && !s.items().isEmpty() -> lastLeaf(s.items().getLast());
      default -> node;
    };
  }

  /** The blanks before the first other char of the line of this position. */
  String indentation(int position) {
    int start = start(position);
    int end = start;
    while (end < text.length() && text.charAt(end) == ' ') {
      end++;
    }
    return text.substring(start, end);
  }

  /** Whether only blanks are before this position in its line. */
  boolean isFirst(int position) {
    return text.substring(start(position), position).isBlank();
  }

  /** Where the line begins that holds the dash of an item of a list in block style. */
  int dash(YamlNode item) {
    int line = start(item.span().start());
    while (line > 0 && text.charAt(line + indentation(line).length()) != '-') {
      line = start(line - 1);
    }
    return line;
  }

  /** The text with more lines at this position, which is a line's start or the text's end. */
  String insert(int at, String indentation, List<String> lines) {
    boolean isCutOff = at == text.length() && at > 0 && !text.endsWith("\n");
    String block = join(indentation, lines);
    return text.substring(0, at)
        + (isCutOff ? newline() + block : block + newline())
        + text.substring(at);
  }

  /** The text with other lines instead of those between two positions. */
  String replace(int from, int to, String indentation, List<String> lines) {
    boolean isCutOff = to == text.length() && !text.endsWith("\n");
    return text.substring(0, from)
        + join(indentation, lines)
        + (isCutOff ? "" : newline())
        + text.substring(to);
  }

  /** The text without the lines between two positions; what {@link #insert} did is undone. */
  String remove(int from, int to) {
    boolean isCutOff = to == text.length() && !text.endsWith("\n") && from > 0;
    return text.substring(0, isCutOff ? from - newline().length() : from) + text.substring(to);
  }

  private String join(String indentation, List<String> lines) {
    return lines.stream().map(line -> indentation + line).collect(Collectors.joining(newline()));
  }

  /** What ends the lines of this text. */
  String newline() {
    int first = text.indexOf('\n');
    return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
  }
}
