package dev.coracle.cluster.kubeconfig;

import dev.coracle.cluster.kubeconfig.YamlNode.Alias;
import dev.coracle.cluster.kubeconfig.YamlNode.Mapping;
import dev.coracle.cluster.kubeconfig.YamlNode.Pair;
import dev.coracle.cluster.kubeconfig.YamlNode.Scalar;
import dev.coracle.cluster.kubeconfig.YamlNode.Sequence;
import dev.coracle.cluster.kubeconfig.YamlNode.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes nodes as kubectl would, in blocks, or with brackets, which is JSON too. */
final class YamlWriter {

  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z/][A-Za-z0-9_./@+=-]*(:[A-Za-z0-9_./@+=-]+)*");
  private static final Set<String> RESERVED =
      Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n");

  private YamlWriter() {}

  /** An item of a list as lines without indentation or line ends. */
  static List<String> item(Mapping item) {
    List<String> lines = block(item);
    List<String> dashed = new ArrayList<>();
    for (String line : lines) {
      dashed.add((dashed.isEmpty() ? "- " : "  ") + line);
    }
    return dashed;
  }

  /** A key and its value as lines without indentation or line ends. */
  static List<String> pair(String key, YamlNode value) {
    return block(
        new Mapping(YamlNode.Span.NOWHERE, false, List.of(new Pair(Scalar.of(key), value))));
  }

  private static List<String> block(Mapping mapping) {
    List<String> lines = new ArrayList<>();
    for (Pair pair : mapping.pairs()) {
      lines.addAll(block(scalar(pair.key()) + ":", pair.value()));
    }
    return lines;
  }

  private static List<String> block(String key, YamlNode value) {
    List<String> lines = new ArrayList<>(List.of(key));
    switch (value) {
      case Mapping mapping when !mapping.pairs().isEmpty() ->
          block(mapping).forEach(line -> lines.add("  " + line));
      case Sequence list when isOfMappings(list) ->
          list.items().forEach(item -> lines.addAll(item((Mapping) item)));
      case Mapping _, Sequence _, Scalar _, Alias _ -> lines.set(0, key + " " + inline(value));
    }
    return lines;
  }

  private static boolean isOfMappings(Sequence list) {
    return !list.items().isEmpty() && list.items().stream().allMatch(Mapping.class::isInstance);
  }

  /** A node in one line of YAML. */
  static String inline(YamlNode node) {
    return switch (node) {
      case Scalar scalar -> scalar(scalar);
      case Alias alias -> "*" + alias.name() + " ";
      case Mapping _, Sequence _ -> flow(node);
    };
  }

  /** A node in one line, with every text quoted. */
  static String flow(YamlNode node) {
    return switch (node) {
      case Scalar scalar -> scalar.style() == Style.PLAIN ? scalar.value() : quoted(scalar.value());
      case Alias alias -> "*" + alias.name() + " ";
      case Sequence list ->
          list.items().stream().map(YamlWriter::flow).collect(Collectors.joining(", ", "[", "]"));
      case Mapping mapping ->
          mapping.pairs().stream()
              .map(pair -> quoted(pair.key().value()) + ": " + flow(pair.value()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }

  private static String scalar(Scalar scalar) {
    boolean isPlain = scalar.style() == Style.PLAIN;
    return isPlain || isSafe(scalar.value()) ? scalar.value() : quoted(scalar.value());
  }

  private static boolean isSafe(String value) {
    return PLAIN.matcher(value).matches()
        && !RESERVED.contains(value.toLowerCase(java.util.Locale.ROOT));
  }

  /** A text in double quotes, as JSON and YAML both read it. */
  static String quoted(String value) {
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      quoted.append(escaped(value.charAt(i)));
    }
    return quoted.append('"').toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"', '\\' -> "\\" + c;
      case '\n' -> "\\n";
      default -> c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c);
    };
  }
}
