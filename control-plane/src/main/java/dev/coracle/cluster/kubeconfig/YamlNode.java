package dev.coracle.cluster.kubeconfig;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A piece of YAML: where it is in its text, and what it says. Two are equal if they say the same.
 */
sealed interface YamlNode {

  /** Where it is. */
  Span span();

  /** Whether it says nothing: {@code null}, {@code ~} or no text at all. */
  default boolean isNull() {
    return false;
  }

  /**
   * Where a node is.
   *
   * @param start index of its first char, of its anchor or tag if it has one
   * @param end index after its last char
   * @param line the line it starts in, from 1
   */
  record Span(int start, int end, int line) {

    /** The place of a node that is in no text yet. */
    static final Span NOWHERE = new Span(-1, -1, 0);

    /** Places are no part of what a node says. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Span;
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }

  /** How a scalar is written. */
  enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    /** Literal or folded: it ends where the next line begins. */
    BLOCK
  }

  /** A text, number, boolean or null. */
  record Scalar(Span span, String value, Style style) implements YamlNode {

    private static final Pattern TYPED =
        Pattern.compile("[-+.]?[0-9].*|true|false|yes|no|on|off", Pattern.CASE_INSENSITIVE);

    static Scalar of(String value) {
      return new Scalar(Span.NOWHERE, value, Style.DOUBLE_QUOTED);
    }

    @Override
    public boolean isNull() {
      boolean isPlain = style == Style.PLAIN;
      return isPlain && (value.isEmpty() || value.equals("~") || value.equalsIgnoreCase("null"));
    }

    /** Whether it is a number, boolean or null rather than a text. */
    private boolean isTyped() {
      return style == Style.PLAIN && (isNull() || TYPED.matcher(value).matches());
    }

    /** Quotes matter only where they make a text of a number. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Scalar scalar
          && value.equals(scalar.value)
          && isTyped() == scalar.isTyped();
    }

    @Override
    public int hashCode() {
      return value.hashCode();
    }
  }

  /** A reference to an anchor. */
  record Alias(Span span, String name) implements YamlNode {}

  /**
   * A list.
   *
   * @param flow whether it is written with brackets
   */
  record Sequence(Span span, boolean flow, List<YamlNode> items) implements YamlNode {

    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Sequence(_, _, List<YamlNode> others) && items.equals(others);
    }

    @Override
    public int hashCode() {
      return items.hashCode();
    }
  }

  /** A key of a mapping and what stands there. */
  record Pair(Scalar key, YamlNode value) {}

  /**
   * A mapping.
   *
   * @param flow whether it is written with braces
   */
  record Mapping(Span span, boolean flow, List<Pair> pairs) implements YamlNode {

    public Mapping {
      pairs = List.copyOf(pairs);
    }

    static Mapping empty() {
      return new Mapping(Span.NOWHERE, false, List.of());
    }

    Optional<Pair> findPair(String key) {
      return pairs.stream().filter(pair -> pair.key().value().equals(key)).findFirst();
    }

    Optional<YamlNode> find(String key) {
      return findPair(key).map(Pair::value);
    }

    /** The mapping at this key; an empty one if there is none. */
    Mapping mapping(String key) {
      return find(key).filter(Mapping.class::isInstance).map(Mapping.class::cast).orElse(empty());
    }

    /** The list at this key; no items if there is none. */
    List<YamlNode> items(String key) {
      return find(key)
          .map(node -> node instanceof Sequence list ? list.items() : null)
          .orElse(List.of());
    }

    /** The text at this key; empty if there is none. */
    String text(String key) {
      return find(key)
          .map(node -> node instanceof Scalar s && !s.isNull() ? s.value() : "")
          .orElse("");
    }

    Mapping with(String key, String value) {
      return with(key, Scalar.of(value));
    }

    Mapping with(String key, YamlNode value) {
      List<Pair> more = new ArrayList<>();
      pairs.forEach(
          pair -> more.add(pair.key().value().equals(key) ? new Pair(pair.key(), value) : pair));
      if (findPair(key).isEmpty()) {
        more.add(new Pair(Scalar.of(key), value));
      }
      return new Mapping(span, flow, more);
    }

    Mapping without(String... keys) {
      List<String> unwanted = List.of(keys);
      return new Mapping(
          span,
          flow,
          pairs.stream().filter(pair -> !unwanted.contains(pair.key().value())).toList());
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Mapping(_, _, List<Pair> others) && pairs.equals(others);
    }

    @Override
    public int hashCode() {
      return pairs.hashCode();
    }
  }
}
